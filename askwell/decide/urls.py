"""/decide/"""

from django.urls import path

from askwell.decide import views

app_name = "decide"
urlpatterns = [
    path("", views.index, name="index"),
    path("criteria", views.criteria, name="criteria"),
    path("criteria/start", views.start, name="start"),
    path("new-figures", views.new_figures, name="new_figures"),
    path("write-down", views.write_down, name="write_down"),
    path("decisions/<int:pk>", views.decision, name="decision"),
]
