"""/ask/"""

from django.urls import URLPattern

app_name = "ask"
urlpatterns: list[URLPattern] = []
