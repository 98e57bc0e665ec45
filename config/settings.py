"""The one settings file. Everything that differs between machines comes from the environment (or a `.env` file).

Without any environment the site runs for development: SQLite in `var/`, DEBUG on, loopback only.
With DEBUG off it refuses to start without SECRET_KEY and ALLOWED_HOSTS.
"""

import os
from pathlib import Path

import environ
from django.utils.csp import CSP

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env("SECRET_KEY", default="nur-fuer-die-entwicklung") if DEBUG else env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"]) if DEBUG else env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# What the product is called, whose questions it follows, and which programme's projects have the short addresses.
PRODUKTNAME = env("PRODUKTNAME", default="Anfragen NRW")
PARLAMENT = env("PARLAMENT", default="nw")
PROGRAMM = env("PROGRAMM", default="ruhr-konferenz")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "simple_history",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "anfragen",
    "projekte",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "config.middleware.DatenstandMiddleware",  # an ETag for each page; one that is still right answers 304
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context_processors.site",
            ],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'anfragen.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE and a time-out keep concurrent writers from failing with "database is locked"; WAL lets readers go
    # on meanwhile; FULL so that an acknowledged write survives a power cut.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
else:
    # Connecting anew for each request costs four times the throughput of a pool.
    DATABASES["default"]["OPTIONS"] = {"pool": True}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "de"
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

# The files that were read in, each under its checksum. They are never served from here.
MEDIA_ROOT = Path(env("MEDIA_ROOT", default=str(VAR_DIR / "media")))

# Files from strangers are read in processes of their own, one for each core, within these limits.
EINLESEN_PROZESSE = env.int("EINLESEN_PROZESSE", default=os.cpu_count() or 1)
EINLESEN_SPEICHER_MB = env.int("EINLESEN_SPEICHER_MB", default=512)
EINLESEN_SEKUNDEN = env.int("EINLESEN_SEKUNDEN", default=10)
TEXTERKENNUNG_SPEICHER_MB = env.int("TEXTERKENNUNG_SPEICHER_MB", default=2048)
TEXTERKENNUNG_SEKUNDEN = env.int("TEXTERKENNUNG_SEKUNDEN", default=300)

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# How many requests one address may send to the API, "number/min"; empty for any number. Addresses come from the web
# server in front (X-Forwarded-For), else anybody could make them up.
DROSSEL_DATEI = Path(env("DROSSEL_DATEI", default=str(VAR_DIR / "drossel.sqlite3")))
API_RATE = env("API_RATE", default="600/min")
API_AUFLOESEN_RATE = env("API_AUFLOESEN_RATE", default="30/min")

REST_FRAMEWORK = {
    "DEFAULT_THROTTLE_CLASSES": ["anfragen.api.drosselung.Drossel"],
    "DEFAULT_THROTTLE_RATES": {"api": API_RATE, "aufloesen": API_AUFLOESEN_RATE},
    "NUM_PROXIES": env.int("PROXIES", default=0 if DEBUG else 1),
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "anfragen.api.base.handle_exception",
    "ALLOWED_VERSIONS": ["1"],  # else the schema takes any text for a version and writes it into a header
    "UNAUTHENTICATED_USER": None,
}

SPECTACULAR_SETTINGS = {
    "TITLE": f"{PRODUKTNAME}: Schnittstelle",
    "DESCRIPTION": (
        "Nur lesend, ohne Anmeldung. Jede Liste kennt die Filter der zugehörigen Seite; ein falscher Wert oder ein "
        "unbekannter Parameter ergibt 400. Ohne „parlament“ gilt das Parlament dieser Seite, „parlament=alle“ meint "
        "jedes. „format=csv“ liefert alle Zeilen des Filters, nicht nur eine Seite: durch Komma getrennt, UTF-8 mit "
        "Byte Order Mark; vor Zellen, die eine Tabellenkalkulation als Formel läse, steht ein Apostroph."
    ),
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "ENUM_NAME_OVERRIDES": {  # several models have a field „art“, „stand“ or „beleglage“ with choices
        "Anfrageart": "anfragen.models.Anfrage.Art",
        "Antwortart": "anfragen.models.Antwort.Art",
        "Dokumentart": "anfragen.models.Dokument.Art",
        "Ereignisart": "projekte.models.Projektereignis.Art",
        "Kennzahlart": "projekte.models.Kennzahl.Art",
        "Projektart": "projekte.models.Projekt.Art",
        "Verweisstand": "anfragen.models.Verweis.Stand",
        "Zusageart": "anfragen.models.Zusage.Art",
        "Zusagestand": "projekte.api.serializers.zusage.OEFFENTLICHE_STAENDE",
        "Beleglage": "anfragen.models.Beleglage",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],  # the design system's stylesheet carries its icons as data:
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
# A paper with a thousand references posts six fields for each in the admin.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if not DEBUG:
    # Serves what collectstatic gathered; in development runserver serves the files where they lie.
    MIDDLEWARE.insert(2, "whitenoise.middleware.WhiteNoiseMiddleware")
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.bool("HTTPS", default=True)
    SECURE_SSL_REDIRECT = env.bool("HTTPS", default=True)
    SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    # Whether neighbours under the same domain speak https, and are to be listed in browsers, isn't ours to say.
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# A reason names files and projects, whose names may be long; a hundred characters would refuse them on PostgreSQL.
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
