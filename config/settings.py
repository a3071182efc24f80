"""Django's settings. What a town can change comes from ``environment.py``; the rest is decided here, once."""

from __future__ import annotations

from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _
from whitenoise.compress import Compressor

from config import environment
from config.database import database
from config.mail import mailers
from config.secret import field_keys, secret_key
from config.tiles import tile_source

ROOT = environment.ROOT
DATA = environment.data_folder()

SECRET_KEY = environment.text("PREAU_SECRET_KEY") or secret_key(DATA)
FIELD_KEYS = environment.words("PREAU_FIELD_KEYS") or field_keys(DATA)
DEBUG = environment.truth("PREAU_DEBUG")
ALLOWED_HOSTS = environment.words("PREAU_HOSTS")
HTTPS = environment.truth("PREAU_HTTPS")
SITE_URL = environment.text("PREAU_URL").rstrip("/")

INSTALLED_APPS = [
    "preau.foundation.design",
    "preau.foundation.jobs",
    "preau.people.organisations",
    "preau.people.accounts",
    "preau.people.audit",
    "preau.people.notices",
    "preau.people.files",
    "preau.people.smallnumbers",
    "preau.people.households",
    "preau.people.health",
    "preau.people.counter",
    "preau.town.opendata",
    "preau.town.areas",
    "preau.town.addresses",
    "preau.town.places",
    "preau.town.calendar",
    "preau.town.spaces",
    "preau.plan.structure",
    "preau.plan.drafting",
    "preau.plan.versions",
    "preau.plan.importing",
    "preau.plan.sheets",
    "preau.plan.articulation",
    "preau.plan.adoption",
    "preau.plan.labels",
    "preau.offer.prices",
    "preau.offer.staffing",
    "preau.offer.activities",
    "preau.offer.versions",
    "preau.offer.events",
    "preau.offer.providers",
    "preau.offer.publishing",
    "preau.offer.classes",
    "preau.offer.enrolment",
    "preau.offer.campaigns",
    "preau.offer.laboratory",
    "preau.offer.attendance",
    "preau.offer.outreach",
    "preau.cooperation.agreements",
    "preau.observatory.facts",
    "preau.observatory.releases",
    "preau.observatory.indicators",
    "preau.observatory.evaluation",
    "preau.observatory.missing",
    "preau.demo",
    "preau.surfaces.shell",
    "preau.surfaces.public",
    "preau.surfaces.portal",
    "preau.surfaces.workspace",
    "preau.surfaces.steering",
    "preau.surfaces.api",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "dj_queue",
    "django_htmx",
    "js_lib_leaflet",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # with padding of a random length, against BREACH
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "preau.surfaces.shell.headers.PolicyHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "preau.surfaces.shell.interrupted.LoginFirst",
    "preau.surfaces.shell.access.ReadOnlyGet",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "preau.surfaces.shell.adopted.AdoptedText",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["preau.foundation.design.templatetags.preau_design"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "preau.surfaces.shell.context.shell",
            ],
        },
    }
]
FORM_RENDERER = "preau.foundation.design.forms.PreauFormRenderer"

DATABASES = {"default": database(environment.text("DATABASE_URL"), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Login limits count in the cache: the database keeps the count right across threads, processes and restarts.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
}

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("français")), ("en", _("anglais"))]
LOCALE_PATHS = [ROOT / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
USE_TZ = True
TIME_ZONE = "Europe/Paris"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [ROOT / "static", DATA / "assets"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "files": {  # what people send: no address leads there, each owner serves its own through its permissions
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "files", "base_url": None, "file_permissions_mode": 0o600},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_MAX_AGE = 3600
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")

MAILERS = mailers(environment.text("PREAU_MAIL"), DATA)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.text("PREAU_MAIL_FROM")

TASKS = {
    "default": {
        "BACKEND": "dj_queue.backend.DjQueueBackend",
        "QUEUES": [],
        "OPTIONS": {
            "mode": "async",
            "workers": [{"queues": "*", "threads": 2, "polling_interval": 0.5}],
            "recurring": {
                "abandoned_imports": {
                    "task_path": "preau.plan.importing.tasks.forget_abandoned_imports",
                    "schedule": "15 3 * * *",
                },
                "audit_journal": {
                    "task_path": "preau.people.audit.tasks.check_journal",
                    "schedule": "45 3 * * *",
                },
                "forgotten_notices": {
                    "task_path": "preau.people.notices.tasks.forget_read_notices",
                    "schedule": "30 3 * * *",
                },
                # From 7 on; the later runs of the morning only take up what could not leave before.
                "daily_digests": {
                    "task_path": "preau.people.notices.tasks.send_daily_digests",
                    "schedule": "0 7-11 * * * Europe/Paris",
                },
                "weekly_digests": {
                    "task_path": "preau.surfaces.shell.tasks.send_weekly_digests",
                    "schedule": "0 7-11 * * 1 Europe/Paris",
                },
                "sheet_reminders": {
                    "task_path": "preau.plan.sheets.tasks.remind_of_sheets",
                    "schedule": "30 6 * * * Europe/Paris",
                },
                "forgotten_presences": {
                    "task_path": "preau.plan.drafting.tasks.forget_old_presences",
                    "schedule": "*/10 * * * *",
                },
                "label_terms": {
                    "task_path": "preau.plan.labels.tasks.watch_labels",
                    "schedule": "20 5 * * * Europe/Paris",
                },
                "waiting_files": {
                    "task_path": "preau.town.opendata.tasks.forget_waiting_files",
                    "schedule": "20 3 * * *",
                },
                "sessions_and_calendar": {
                    "task_path": "preau.offer.activities.tasks.follow_the_calendar",
                    "schedule": "40 3 * * * Europe/Paris",
                },
                "forgotten_space_reports": {
                    "task_path": "preau.town.spaces.tasks.forget_old_reports",
                    "schedule": "50 3 * * *",
                },
                "catalogue": {
                    "task_path": "preau.offer.publishing.tasks.follow_catalogue",
                    "schedule": "20 6 * * * Europe/Paris",
                },
                "family_terms": {
                    "task_path": "preau.surfaces.shell.tasks.apply_family_terms",
                    "schedule": "10 4 * * * Europe/Paris",
                },
                "places": {
                    "task_path": "preau.offer.enrolment.tasks.follow_places",
                    "schedule": "* * * * *",
                },
                "campaigns": {
                    "task_path": "preau.offer.campaigns.tasks.follow_campaigns",
                    "schedule": "* * * * *",
                },
                "forgotten_wishes": {
                    "task_path": "preau.offer.campaigns.tasks.forget_old_wishes",
                    "schedule": "35 3 * * * Europe/Paris",
                },
                "dropouts": {
                    "task_path": "preau.offer.attendance.tasks.watch_dropouts",
                    "schedule": "30 20 * * * Europe/Paris",
                },
                "forgotten_presences_of_children": {
                    "task_path": "preau.offer.attendance.tasks.forget_old_presences",
                    "schedule": "25 3 * * * Europe/Paris",
                },
                "forgotten_health_sheets": {
                    "task_path": "preau.people.health.tasks.forget_health_sheets",
                    "schedule": "10 3 * * * Europe/Paris",
                },
                "facts": {
                    "task_path": "preau.observatory.facts.snapshots.tasks.take_nightly_facts",
                    "schedule": "30 4 * * * Europe/Paris",
                },
                "indicator-uses": {
                    "task_path": "preau.observatory.indicators.tasks.forget_who_used_figures",
                    "schedule": "40 4 1 * * Europe/Paris",
                },
                "contributions": {
                    "task_path": "preau.observatory.evaluation.tasks.remind_contributors",
                    "schedule": "15 6 * * * Europe/Paris",
                },
                "outreach": {
                    "task_path": "preau.offer.outreach.tasks.close_due_lists",
                    "schedule": "5 0 * * * Europe/Paris",
                },
                "agreements": {
                    "task_path": "preau.cooperation.agreements.tasks.follow_agreements",
                    "schedule": "20 6 * * * Europe/Paris",
                },
            },
        },
    }
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["preau.people.accounts.backends.AccountBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "workspace:home"
LOGOUT_REDIRECT_URL = "public:home"

ACCOUNT_ADAPTER = "preau.surfaces.shell.entry.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are opened by an administrator, who has checked the address
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "join_request": "10/h/ip,3/h/key",
    "family_opening": "20/h/ip,5/h/key",
    "family_code": "60/h/ip,10/h/key",
    "request_login_code": f"20/m/ip,{environment.number('PREAU_CODES_PER_HOUR')}/h/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("PREAU_PROXIES")
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Préau"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # browsers allow it on localhost only

MAP_TILES = environment.text("PREAU_TILES")
MAP_TILES_ATTRIBUTION = environment.text("PREAU_TILES_ATTRIBUTION")

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:", *filter(None, [tile_source(MAP_TILES)])],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if environment.number("PREAU_PROXIES") else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_ENGINE = "preau.surfaces.shell.sessions"
SESSION_COOKIE_AGE = 12 * 3600
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "preau.surfaces.shell.errors.csrf_failure"

DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
UPLOAD_LIMIT = environment.number("PREAU_UPLOAD_LIMIT")
KEPT_SECONDS = environment.number("PREAU_KEPT_SECONDS")
FACTS = DATA / "facts"
FACTS_MEMORY = environment.text("PREAU_FACTS_MEMORY")
NOTICES_KEPT_DAYS = environment.number("PREAU_NOTICES_KEPT_DAYS")

API_PARTICULIER_TOKEN = environment.text("PREAU_API_PARTICULIER_TOKEN")
API_PARTICULIER_SIRET = environment.text("PREAU_API_PARTICULIER_SIRET")
API_PARTICULIER_URL = environment.text("PREAU_API_PARTICULIER_URL")
FRANCECONNECT_ID = environment.text("PREAU_FRANCECONNECT_ID")
FRANCECONNECT_SECRET = environment.text("PREAU_FRANCECONNECT_SECRET")
FRANCECONNECT_URL = environment.text("PREAU_FRANCECONNECT_URL")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"httpx": {"level": "WARNING"}},  # at INFO it writes whole addresses: identities
}
