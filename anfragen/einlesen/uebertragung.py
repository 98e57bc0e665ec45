"""Records across a process border: to JSON and back, after the types that their fields are declared with.

Not pickle: whoever sends has just read a stranger's file, and unpickling runs what it is told to.
"""

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any


def as_plain(wert: Any) -> Any:
    """Dataclasses and tuples as lists, dates as ISO strings, enumerations as their values."""
    if wert is None or isinstance(wert, str | int | float):
        return wert.value if isinstance(wert, Enum) else wert
    if is_dataclass(wert):
        typ: Any = type(wert)
        return [as_plain(getattr(wert, name)) for name in _field_names(typ)]
    if isinstance(wert, Mapping):
        return {key: as_plain(inhalt) for key, inhalt in wert.items()}
    if isinstance(wert, tuple):
        return [as_plain(inhalt) for inhalt in wert]
    if isinstance(wert, date):
        return wert.isoformat()
    raise TypeError(f"not made to be sent: {type(wert)}")


def from_plain[T](typ: type[T], schlicht: Any) -> T:
    """What `as_plain` made of a `typ`. Raises ValueError or TypeError if it can't be one."""
    lies: Callable[[Any], T] = _reader(typ)  # type: ignore[arg-type] # every type is hashable
    return lies(schlicht)


@cache
def _field_names(typ: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(typ))


@cache
def _reader(typ: Any) -> Callable[[Any], Any]:
    herkunft, argumente = typing.get_origin(typ), typing.get_args(typ)
    if herkunft in (types.UnionType, typing.Union):
        (eigentlich,) = (_reader(argument) for argument in argumente if argument is not type(None))
        return lambda wert: None if wert is None else eigentlich(wert)
    if herkunft is tuple:
        if argumente[-1] is Ellipsis:
            inhalt = _reader(argumente[0])
            return lambda wert: tuple([inhalt(teil) for teil in wert])
        leser = [_reader(argument) for argument in argumente]
        return lambda wert: tuple([lies(teil) for lies, teil in zip(leser, wert, strict=True)])
    if herkunft is Mapping:
        inhalt = _reader(argumente[1])
        return lambda wert: {str(key): inhalt(teil) for key, teil in wert.items()}
    if is_dataclass(typ) and isinstance(typ, type):
        hinweise = typing.get_type_hints(typ)
        leser = [_reader(hinweise[name]) for name in _field_names(typ)]
        return lambda wert: typ(*[lies(teil) for lies, teil in zip(leser, wert, strict=True)])
    if typ is date:
        return date.fromisoformat
    if issubclass(typ, Enum):
        return lambda wert: typ(wert)
    return lambda wert: _checked(wert, typ)


def _checked(wert: Any, typ: type) -> Any:
    if type(wert) is typ:
        return wert
    if typ is float and type(wert) is int:
        return float(wert)
    raise TypeError(f"expected {typ.__name__}, got {type(wert).__name__}")
