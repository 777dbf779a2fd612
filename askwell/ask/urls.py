"""/ask/"""

from django.urls import path

from askwell.ask import views

app_name = "ask"
urlpatterns = [
    path("write/<int:contact_pk>", views.write, name="write"),
    path("check/<int:contact_pk>", views.check, name="check"),
    path("request/<int:pk>", views.request, name="request"),
    path("request/<int:pk>/end-link", views.end_link, name="end_link"),
    path("request/<int:pk>/outcome", views.outcome, name="outcome"),
    path("request/<int:pk>/follow-up", views.follow_up, name="follow_up"),
    path("letter/<int:pk>", views.letter, name="letter"),
    path("letter/<int:pk>/send", views.send, name="send"),
    path("letter/<int:pk>/settle", views.settle, name="settle"),
]
