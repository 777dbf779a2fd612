"""/keep/"""

from django.urls import URLPattern

app_name = "keep"
urlpatterns: list[URLPattern] = []
