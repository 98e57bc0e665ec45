"""The database's own rules, read off the models: each app tests a row that breaks each of them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction


def models_of(app: str) -> list[type[models.Model]]:
    """The models of an app, without the tables that keep their history."""
    return [model for model in apps.get_app_config(app).get_models() if not model.__name__.startswith("Historical")]


def rules(app: str) -> dict[str, str]:
    """Every rule of an app's tables, by name, with the words that the database refuses a row with.

    PostgreSQL names a constraint, SQLite the columns of a unique one. A unique column goes by `model.field`.
    """
    found = {}
    for model in models_of(app):
        table = model._meta.db_table
        for field in model._meta.local_fields:
            if field.unique and not field.primary_key:
                found[f"{model._meta.model_name}.{field.name}"] = f"{table}[._]{field.column}"
        for constraint in model._meta.constraints:
            found[constraint.name] = constraint.name
            if isinstance(constraint, models.UniqueConstraint):
                columns = {field.name: f"{table}.{field.column}" for field in model._meta.local_fields}
                found[constraint.name] += f"|: {', '.join(columns[name] for name in constraint.fields)}$"
    return found


def assert_refused(app: str, name: str, insert: Callable[[], Any]) -> None:
    with pytest.raises(IntegrityError, match=rules(app)[name]), transaction.atomic():
        insert()


def with_natural_key(app: str) -> list[type[models.Model]]:
    return [model for model in models_of(app) if hasattr(model, "natural_key")]
