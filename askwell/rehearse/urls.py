"""/rehearse/"""

from django.urls import URLPattern

app_name = "rehearse"
urlpatterns: list[URLPattern] = []
