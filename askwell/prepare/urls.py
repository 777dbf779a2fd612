"""/prepare/"""

from django.urls import path

from askwell.prepare import views

app_name = "prepare"
urlpatterns = [
    path("", views.waiting, name="waiting"),
    path("plan", views.plan, name="plan"),
    path("career/<str:soc>", views.for_career, name="for_career"),
    path("<int:conversation_pk>", views.brief, name="brief"),
    path("<int:conversation_pk>/add", views.add, name="add"),
    path("<int:conversation_pk>/choose", views.choose, name="choose"),
    path("question/<int:pk>", views.edit, name="edit"),
    path("question/<int:pk>/move", views.move, name="move"),
    path("question/<int:pk>/drop", views.drop, name="drop"),
]
