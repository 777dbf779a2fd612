"""What `bench.beside_pretix` does on pretix's side, run by the Python of an environment that has pretix."""

import json
import os
import secrets
import sys
import uuid
from collections.abc import Callable
from datetime import timedelta

FREE = {"provider": "free", "multi_use_supported": False, "min_value": None, "max_value": None}


def migrate() -> None:
    """Its tables."""
    from django.core.management import call_command  # noqa: PLC0415 - only where Django is set up

    call_command("migrate", verbosity=0, interactive=False)


def fill(seats: int) -> None:
    """One more free event with so many seats, open to everybody, and a key to the interface; says their numbers."""
    from django.utils.timezone import now  # noqa: PLC0415 - only where Django is set up
    from pretix import settings  # noqa: PLC0415 - as above
    from pretix.base.models import Event, Organizer, Team  # noqa: PLC0415 - as above

    organizer, _ = Organizer.objects.get_or_create(name="Bench", slug="bench")
    event = Event.objects.create(
        organizer=organizer,
        name="A night shift",
        slug=f"night-{secrets.token_hex(4)}",
        currency="USD",
        date_from=now() + timedelta(days=1),
        plugins=settings.PRETIX_PLUGINS_DEFAULT,
        live=True,
    )
    item = event.items.create(name="A seat", default_price=0)
    event.quotas.create(name="Seats", size=seats).items.add(item)
    team = Team.objects.create(organizer=organizer, name="Bench", all_events=True, all_event_permissions=True)
    token = team.tokens.create(name="Bench").token
    print(json.dumps({"item": item.pk, "event": event.pk, "slug": event.slug, "token": token}))


def buy(event: int, item: int, first: int, last: int) -> None:
    """These people put a seat into their cart and order it, by the services that pretix's pages call."""
    from django.db import connection  # noqa: PLC0415 - only where Django is set up
    from pretix.base.models import CartPosition  # noqa: PLC0415 - as above
    from pretix.base.services.cart import CartError, add_items_to_cart  # noqa: PLC0415 - as above
    from pretix.base.services.orders import OrderError, perform_order  # noqa: PLC0415 - as above

    connection.ensure_connection()
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(first, last):
        cart = f"{event}-{number}"
        try:
            add_items_to_cart(event, [{"item": item, "variation": None, "count": 1}], cart)
            positions = list(CartPosition.objects.filter(cart_id=cart).values_list("pk", flat=True))
            payment = FREE | {"id": str(uuid.uuid4()), "info_data": {}}
            perform_order(event, [payment], positions, email=f"p{number}@example.org", locale="en")
        except (CartError, OrderError) as refusal:
            print(json.dumps(str(refusal)))
        else:
            print(json.dumps("seat"))


def tally(event: int) -> None:
    """How many seats of the event were sold, when the last one was, and what is left of each order; as JSON."""
    from django.db.models import Max  # noqa: PLC0415 - only where Django is set up
    from pretix.base import models  # noqa: PLC0415 - as above

    orders = models.Order.objects.filter(event=event, status="p")
    seats = models.OrderPosition.objects.filter(order__in=orders).count()
    logged = models.LogEntry.objects.filter(event=event, action_type__startswith="pretix.event.order")
    left = {
        "log entries": logged.count(),
        "payments": models.OrderPayment.objects.filter(order__in=orders).count(),
        "invoices": models.Invoice.objects.filter(order__in=orders).count(),
        "letters": models.OutgoingMail.objects.filter(event=event).count(),
    }
    last = orders.aggregate(last=Max("datetime"))["last"]
    print(json.dumps({"seats": seats, "last": last.timestamp(), "left": left}))


ACTS: dict[str, Callable[..., None]] = {"migrate": migrate, "fill": fill, "buy": buy, "tally": tally}


def act(words: list[str]) -> None:
    """What this process was told to do."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pretix.settings")
    import django  # noqa: PLC0415 - comes with pretix

    django.setup()
    from django_scopes import scopes_disabled  # noqa: PLC0415 - comes with pretix

    with scopes_disabled():
        ACTS[words[0]](*map(int, words[1:]))


if __name__ == "__main__":
    act(sys.argv[1:])
