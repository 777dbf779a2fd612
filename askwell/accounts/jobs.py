"""What the clock starts: sessions that have ended go, with all that was kept in them."""

from importlib import import_module

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone


def clear_away() -> None:
    """Ended sessions go, with the codes in them, and the devices and networks they came from; so do old counts."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        # Counts against guessing name network addresses; the cache itself drops them only once it is full.
        cursor.execute("DELETE FROM askwell_cache WHERE expires < %s", [now])
