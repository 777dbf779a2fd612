"""Settings, read from the environment; the solo edition needs none of them set."""

import os
import sys
from hashlib import sha256
from pathlib import Path

from csp.constants import NONE, SELF

from askwell.journey import ROOMS
from askwell.lib import zones
from askwell.lib.environment import (
    choice,
    database,
    home_folder,
    load_file,
    networks,
    number,
    numbers,
    openid_apps,
    openid_origins,
    port,
    secret,
    secret_key,
    switch,
    video_link,
)

load_file(os.environ)
# Django sets TZ to UTC, for us and for all that we start, so the machine's own zone is read before.
os.environ.setdefault("ASKWELL_ZONE", zones.of_this_machine())
SOLO = choice(os.environ, "ASKWELL_EDITION", ("solo", "program"), "solo") == "solo"
HOME = home_folder(os.environ)
PORT = port(os.environ, "PORT", 8000)
SITE_NAME = os.environ.get("SITE_NAME", "Askwell")
SITE_URL = os.environ.get("SITE_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
DEBUG = False
SECRET_KEY = secret_key(os.environ, home=HOME, solo=SOLO)
# What was signed or sealed with the key before stays good while it is named here.
SECRET_KEY_FALLBACKS = [key] if (key := secret(os.environ, "SECRET_KEY_BEFORE")) else []
DATABASES = {"default": database(os.environ, home=HOME)}
ALLOWED_HOSTS = (
    ["127.0.0.1", "localhost", "[::1]"]
    if SOLO
    else [h for h in os.environ.get("ALLOWED_HOSTS", "").split(",") if h]
)
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("TRUSTED_ORIGINS", "").split(",") if o]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "template_partials",
    "django_tasks",
    "django_tasks_db",
    "csp",
    *(room.app for room in ROOMS),
    # After our rooms, so that our pages stand in the place of theirs.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "askwell.lib.middleware.private",
    "askwell.lib.middleware.understandable",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "askwell.lib.middleware.plain_address",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "askwell.accounts.middleware.doors",
    "askwell.accounts.middleware.open_example",
    "askwell.accounts.middleware.readers_zone",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "askwell.lib.middleware.refusals",
]
ROOT_URLCONF = "askwell.urls"
WSGI_APPLICATION = "askwell.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "askwell.lib.pages.frame",
            ],
        },
    }
]

FORM_RENDERER = "askwell.lib.forms.Renderer"

LANGUAGE_CODE = "en-us"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [Path(__file__).parent / "static"]
TESTING = "pytest" in sys.modules
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

TLS = switch(os.environ, "ASKWELL_TLS", "0" if SOLO else "1")
# With TLS on we stand behind a proxy: it alone may set X-Forwarded-Proto and must drop what a visitor sends.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TLS else None
SECURE_SSL_REDIRECT = TLS
SECURE_HSTS_SECONDS = 31_536_000 if TLS else 0
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS
# Cookies know no ports: two solo editions on one machine, each with its own data, must not share theirs.
COOKIES = f"askwell_{sha256(bytes(HOME)).hexdigest()[:8]}" if SOLO else "askwell"
SESSION_COOKIE_NAME = COOKIES
CSRF_COOKIE_NAME = f"{COOKIES}_csrf"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False
CSRF_FAILURE_VIEW = "askwell.lib.pages.stale_form"
X_FRAME_OPTIONS = "DENY"
# What is counted against guessing must be seen by every process: the one thing all of them share is the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "askwell_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 1
SCHOOLS = openid_apps(os.environ)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF, *openid_origins(SCHOOLS)],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

EMAIL_HOST = os.environ.get("SMTP_HOST", "")
EMAIL_PORT = port(os.environ, "SMTP_PORT", 587)
EMAIL_HOST_USER = os.environ.get("SMTP_USER", "")
EMAIL_HOST_PASSWORD = secret(os.environ, "SMTP_PASSWORD")
SMTP_TLS = switch(os.environ, "SMTP_TLS", "1")
# On port 465 a mail server speaks TLS from the first byte, elsewhere once both sides agreed to.
EMAIL_USE_SSL = SMTP_TLS and EMAIL_PORT == 465
EMAIL_USE_TLS = SMTP_TLS and not EMAIL_USE_SSL
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("SMTP_FROM", EMAIL_HOST_USER)
CAN_SEND = bool(EMAIL_HOST and DEFAULT_FROM_EMAIL)
# Minutes before a booking at which Askwell reminds of it, in a program.
REMINDERS = numbers(os.environ, "REMINDERS", "1440,60")
# Rooms for talks by video whose link nobody typed, like https://meet.jit.si/{room}; empty makes none.
VIDEO_LINK = video_link(os.environ, "VIDEO_LINK")

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ["email", "name"]}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ALLAUTH_TRUSTED_PROXY_COUNT = int(
    choice(os.environ, "TRUSTED_PROXIES", ("0", "1", "2", "3"), "1" if TLS else "0")
)
ACCOUNT_ADAPTER = "askwell.program.door.Door"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "askwell.program.forms.Newcomer"
ACCOUNT_FORMS = {
    "signup": "askwell.program.joining.SignUp",
    "login": "askwell.accounts.entrance.Login",
    "request_login_code": "askwell.accounts.entrance.RequestLoginCode",
    "confirm_login_code": "askwell.accounts.entrance.LoginCode",
    "confirm_email_verification_code": "askwell.accounts.entrance.AddressCode",
    "reset_password": "askwell.accounts.entrance.ResetPassword",
    "confirm_password_reset_code": "askwell.accounts.entrance.ResetCode",
    "reset_password_from_key": "askwell.accounts.entrance.NewPassword",
    "change_password": "askwell.accounts.entrance.ChangePassword",
    "set_password": "askwell.accounts.entrance.SetPassword",
    "add_email": "askwell.accounts.entrance.NewAddress",
    "change_email": "askwell.accounts.entrance.ChangeAddress",
    "reauthenticate": "askwell.accounts.entrance.PasswordOnceMore",
}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# A school's class sits behind one address: that limit is wide, the one per account is narrow.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "40/m/ip,5/300s/key",
    "request_login_code": "60/m/ip,3/m/key",
    "reset_password": "60/m/ip,3/m/key",
    "signup": "60/m/ip",
}
MFA_FORMS = {
    "authenticate": "askwell.accounts.entrance.CodeOfTheApp",
    "reauthenticate": "askwell.accounts.entrance.CodeOnceMore",
    "activate_totp": "askwell.accounts.entrance.UseApp",
    "add_webauthn": "askwell.accounts.entrance.AddPasskey",
    "edit_webauthn": "askwell.accounts.entrance.RenamePasskey",
}
MFA_ADAPTER = "askwell.program.door.SecondLock"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = SITE_NAME
# Browsers themselves allow passkeys without TLS on `localhost` only.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not TLS
SOCIALACCOUNT_ADAPTER = "askwell.program.door.SchoolDoor"
SOCIALACCOUNT_FORMS = {"signup": "askwell.program.joining.SchoolSignUp"}
SOCIALACCOUNT_AUTO_SIGNUP = False
# The operator names the provider and so trusts what it says about addresses.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": SCHOOLS}}
# Calendars are read from public addresses only, and from these networks.
ALLOW_FETCH = networks(os.environ, "ASKWELL_ALLOW_FETCH")

# Days after a gathering, or after an invitation's time, for which names and addresses of people without an account stay.
KEEP_DAYS = number(os.environ, "KEEP_DAYS", 30, most=3650)

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "askwell.lib.faults.PlainLog",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {
        "handlers": ["stderr"],
        "level": choice(os.environ, "LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "WARNING"),
    },
    # A page that says no has said so to its reader; the terminal is for faults of the program.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL"},
    },
}
