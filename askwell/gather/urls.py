"""/gather/"""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from askwell.gather.views import in_a_program, organizing, public, seats

app_name = "gather"


def _page(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    return path(route, in_a_program(view), name=name)


urlpatterns = [
    _page("", public.index, "index"),
    _page("coming.ics", public.coming_ics, "ics_feed"),
    _page("coming.atom", public.coming_atom, "atom"),
    _page("plan", organizing.plan, "plan"),
    _page("seat/<str:key>", seats.seat, "seat"),
    _page("seat/<str:key>/calendar.ics", seats.seat_ics, "seat_ics"),
    _page("seat/<str:key>/<slug:verb>", seats.seat_act, "seat_act"),
    _page("<slug:code>", public.gathering, "gathering"),
    _page("<slug:code>/calendar.ics", public.ics, "ics"),
    _page("<slug:code>/write-in", public.write_in, "write_in"),
    _page("<slug:code>/look-in-your-mail", public.look_in_your_mail, "look_in_your_mail"),
    _page("<slug:code>/come-in", public.come_in, "come_in"),
    _page("<slug:code>/take", seats.take, "take"),
    _page("<slug:code>/seat/<slug:verb>", seats.act, "act"),
    _page("<slug:code>/listen/<int:speaker_pk>", seats.listen, "listen"),
    _page("<slug:code>/me-too/<int:seat_pk>", seats.ask_too, "ask_too"),
    _page("<slug:code>/change", organizing.change, "change"),
    _page("<slug:code>/open", organizing.open_it, "open"),
    _page("<slug:code>/cancel", organizing.cancel, "cancel"),
    _page("<slug:code>/guests", organizing.guests, "guests"),
    _page("<slug:code>/guests/<int:seat_pk>", organizing.attendance, "attendance"),
    _page("<slug:code>/guests/<int:seat_pk>/question", organizing.show_question, "show_question"),
    _page("<slug:code>/recording", organizing.recording, "recording"),
]
