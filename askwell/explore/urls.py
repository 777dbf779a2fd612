"""/explore/"""

from django.urls import path

from askwell.explore import views

app_name = "explore"
urlpatterns = [
    path("", views.index, name="index"),
    path("careers/<str:soc>", views.career, name="career"),
    path("careers/<str:soc>/where", views.where, name="where"),
    path("majors", views.majors, name="majors"),
    path("majors/<str:cip>", views.major, name="major"),
    path("places", views.places, name="places"),
    path("careers/<str:soc>/consider", views.consider, name="consider"),
    path("paths/<int:pk>/set-aside", views.set_aside, name="set_aside"),
    path("paths/<int:pk>/take-up", views.take_up, name="take_up"),
    path("paths/<int:pk>/narrow", views.narrow, name="narrow"),
    path("compare", views.compare, name="compare"),
    path("sources", views.sources, name="sources"),
]
