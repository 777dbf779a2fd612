"""/learn/"""

from django.urls import path

from askwell.learn import views

app_name = "learn"
urlpatterns = [
    path("<int:pk>", views.talk, name="talk"),
    path("<int:pk>/note", views.note, name="note"),
    path("<int:pk>/notes", views.notes, name="notes"),
    path("<int:pk>/begin", views.begin, name="begin"),
    path("<int:pk>/end", views.end, name="end"),
    path("<int:pk>/findings", views.findings, name="findings"),
    path("finding/<int:pk>", views.finding_edit, name="finding_edit"),
    path("finding/<int:pk>/drop", views.finding_drop, name="finding_drop"),
]
