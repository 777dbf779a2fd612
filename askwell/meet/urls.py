"""/meet/"""

from django.urls import path

from askwell.meet import views
from askwell.meet.availability import views as availability
from askwell.meet.consultations import views as consultations
from askwell.meet.hosting import views as hosting
from askwell.meet.own_calendar import views as own

app_name = "meet"
urlpatterns = [
    path("", views.index, name="index"),
    path("plan/<int:contact_pk>", views.plan, name="plan"),
    path("answer/<str:token>", views.answer, name="answer"),
    path("calendar", views.calendar_address, name="calendar_address"),
    path("calendar/own", own.own_calendar, name="own_calendar"),
    path("calendar/own/again", own.try_own_calendar_again, name="try_own_calendar_again"),
    path("calendar/own/away", own.take_own_calendar_away, name="take_own_calendar_away"),
    path("feed/<str:token>.ics", views.feed, name="feed"),
    path("<int:pk>", views.conversation, name="conversation"),
    path("<int:pk>/time", views.time, name="time"),
    path("<int:pk>/offer", views.offer, name="offer"),
    path("<int:pk>/pick", views.pick, name="pick"),
    path("<int:pk>/slot", views.slot, name="slot"),
    path("<int:pk>/missed", views.missed, name="missed"),
    path("<int:pk>/sure", views.sure, name="sure"),
    path("<int:pk>/calendar.ics", views.ics, name="ics"),
    path("<int:pk>/call-off", views.call_off, name="call_off"),
    path("consultation", consultations.consultation, name="consultation"),
    path("hosting", hosting.hosting, name="hosting"),
    path("hosting/<int:pk>", hosting.hosted, name="hosted"),
    path("hosting/<int:pk>/place", hosting.place, name="host_place"),
    path("hosting/<int:pk>/times", hosting.times, name="host_times"),
    path("hosting/<int:pk>/choose", hosting.choose, name="host_choose"),
    path("hosting/<int:pk>/call-off", hosting.call_off, name="host_call_off"),
    path("hosting/<int:pk>/missed", hosting.missed, name="host_missed"),
    path("hours", availability.hours, name="hours"),
    path("hours/add", availability.add_hours, name="add_hours"),
    path("hours/drop", availability.drop_hours, name="drop_hours"),
    path("hours/days", availability.set_days, name="set_days"),
    path("hours/days/restore", availability.restore_days, name="restore_days"),
    path("hours/pause", availability.pause, name="pause"),
    path("hours/back", availability.come_back, name="come_back"),
    path("hours/move", availability.move, name="move_hours"),
    path("hours/limits", availability.limits, name="limits"),
    path("hours/calendars", availability.calendars, name="calendars"),
    path("hours/calendars/<int:pk>/drop", availability.drop_calendar, name="drop_calendar"),
    path("hours/calendars/<int:pk>/read", availability.read_calendar, name="read_calendar"),
]
