"""/guide/"""

from django.urls import path

from askwell.guide import views

app_name = "guide"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:slug>", views.article, name="article"),
]
