"""/gather/"""

from django.urls import URLPattern

app_name = "gather"
urlpatterns: list[URLPattern] = []
