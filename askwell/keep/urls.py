"""/keep/"""

from django.urls import path

from askwell.keep import views

app_name = "keep"
urlpatterns = [
    path("<int:pk>/thanks", views.thanks, name="thanks"),
    path("<int:pk>/said", views.said, name="said"),
    path("<int:pk>/named", views.named, name="named"),
    path("news/<int:contact_pk>", views.news, name="news"),
]
