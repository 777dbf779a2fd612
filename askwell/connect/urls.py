"""/connect/"""

from django.urls import path

from askwell.connect import views

app_name = "connect"
urlpatterns = [
    path("", views.index, name="index"),
    path("add", views.add, name="add"),
    path("<int:pk>", views.person, name="person"),
    path("<int:pk>/edit", views.edit, name="edit"),
    path("<int:pk>/remove", views.remove, name="remove"),
]
