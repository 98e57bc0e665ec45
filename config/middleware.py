"""Answers "not modified" before a page is made, where nothing has changed that it could show."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotModified
from django.middleware.http import ConditionalGetMiddleware
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.http import parse_etags

from config import settings as eigene
from config.datenstand import datenstand

# What the software is made of. The packages that it stands on are pinned in requirements/.
SOFTWARE = ("anfragen", "config", "projekte", "templates", "static", "locale", "fixtures/karte", "requirements")
# Headers that an answer may depend on: the first is part of the ETag, the others don't change what is said.
VARY = {"accept", "accept-encoding", "cookie"}


class DatenstandMiddleware(ConditionalGetMiddleware):
    """Gives what a reader without session gets an ETag of all that it can depend on, known before the view runs.

    That is the content of the database, the software and its settings, the day, the address and the wanted format. Any
    other response gets Django's ETag of its bytes, which saves sending it, but not making it.
    """

    def __init__(self, get_response: Any) -> None:
        super().__init__(get_response)
        self.software = software()

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponseNotModified | None:
        etag = self._etag(request)
        request.META["datenstand.etag"] = etag
        if etag and etag in parse_etags(request.headers.get("If-None-Match", "")):
            return HttpResponseNotModified(headers={"ETag": etag})
        return None

    def process_response(self, request: HttpRequest, response: Any) -> HttpResponseBase:
        etag = request.META.get("datenstand.etag")
        if response.status_code == 304:
            del response["Content-Length"]  # of a body that isn't sent; 0 is not that of the page
        elif etag and response.status_code == 200 and _is_for_all(response) and self.needs_etag(response):
            response["ETag"] = etag
        return super().process_response(request, response)

    def _etag(self, request: HttpRequest) -> str | None:
        if request.method not in ("GET", "HEAD") or settings.DEBUG:  # with DEBUG, templates change as it runs
            return None
        if request.COOKIES.keys() & {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name}:
            return None
        try:
            stand = datenstand()
        except DatabaseError:
            return None  # a page that needs no database needs none for its ETag either
        if stand is None:
            return None
        tag = timezone.localdate().isoformat()
        teile = (self.software, stand, tag, request.build_absolute_uri(), request.headers.get("Accept", ""))
        return f'W/"{hashlib.blake2b("\n".join(teile).encode(), digest_size=16).hexdigest()}"'


def _is_for_all(response: HttpResponseBase) -> bool:
    """Whether it sets no cookie, and follows no header but those that are accounted for."""
    genannt = {name.strip().lower() for name in response.get("Vary", "").split(",") if name.strip()}
    return not response.cookies and genannt <= VARY


def software() -> str:
    """A text that is another one after a deployment or with other settings, and the same in all processes of one."""
    eingestellt = (f"{name}={getattr(settings, name)!r}" for name in vars(eigene) if name.isupper())
    # Keyed, because passwords are among the settings.
    stand = "\n".join([*eingestellt, *_dateien(settings.BASE_DIR, SOFTWARE)])
    return salted_hmac(__name__, stand, algorithm="sha256").hexdigest()


@cache
def _dateien(ordner: Path, wurzeln: tuple[str, ...]) -> list[str]:
    dateien = sorted(datei for wurzel in wurzeln for datei in (ordner / wurzel).rglob("*") if datei.suffix != ".pyc")
    staende = ((datei, datei.stat()) for datei in dateien if datei.is_file())
    return [f"{datei} {stand.st_mtime_ns} {stand.st_size}" for datei, stand in staende]
