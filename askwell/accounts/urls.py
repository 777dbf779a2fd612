"""/accounts/"""

from django.urls import path

from askwell.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.start, name="start"),
    path("enter", views.enter, name="enter"),
    path("you", views.you, name="you"),
]
