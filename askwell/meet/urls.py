"""/meet/"""

from django.urls import path

from askwell.meet import views

app_name = "meet"
urlpatterns = [
    path("", views.index, name="index"),
    path("plan/<int:contact_pk>", views.plan, name="plan"),
    path("answer/<str:token>", views.answer, name="answer"),
    path("calendar", views.calendar_address, name="calendar_address"),
    path("feed/<str:token>.ics", views.feed, name="feed"),
    path("<int:pk>", views.conversation, name="conversation"),
    path("<int:pk>/time", views.time, name="time"),
    path("<int:pk>/offer", views.offer, name="offer"),
    path("<int:pk>/pick", views.pick, name="pick"),
    path("<int:pk>/sure", views.sure, name="sure"),
    path("<int:pk>/calendar.ics", views.ics, name="ics"),
    path("<int:pk>/call-off", views.call_off, name="call_off"),
]
