"""/rehearse/"""

from django.urls import path

from askwell.rehearse import views

app_name = "rehearse"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:conversation_pk>", views.conversation, name="conversation"),
    path("keep", views.keep, name="keep"),
]
