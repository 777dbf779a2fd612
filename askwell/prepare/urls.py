"""/prepare/"""

from django.urls import URLPattern

app_name = "prepare"
urlpatterns: list[URLPattern] = []
