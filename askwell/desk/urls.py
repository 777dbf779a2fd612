"""The desk, at the root."""

from django.urls import path

from askwell.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.today, name="today"),
    path("search", views.search, name="search"),
    path("your-data", views.your_data, name="your_data"),
    path("your-data/export", views.export, name="export"),
    path("your-data/import", views.bring_in, name="bring_in"),
    path("your-data/delete", views.delete_everything, name="delete_everything"),
    path("your-data/account", views.delete_account, name="delete_account"),
    path("example/open", views.open_example, name="open_example"),
    path("example/close", views.close_example, name="close_example"),
    path("example/remove", views.remove_example, name="remove_example"),
]
