"""The desk, at the root."""

from django.urls import path

from askwell.desk import views

app_name = "desk"
urlpatterns = [path("", views.today, name="today")]
