"""/program/"""

from django.urls import path

from askwell.program import views

app_name = "program"
urlpatterns = [
    path("", views.index, name="index"),
    path("invite", views.invite, name="invite"),
    path("invitations", views.invitations, name="invitations"),
    path("invitations/<int:pk>", views.invitation, name="invitation"),
    path("invitations/<int:pk>/revoke", views.revoke, name="revoke"),
    path("roster", views.roster, name="roster"),
    path("roster/take", views.take_roster, name="take_roster"),
    path("rosters/<int:pk>", views.rostered, name="rostered"),
    path("rosters/<int:pk>/undo", views.undo_roster, name="undo_roster"),
    path("people/<int:pk>", views.person, name="person"),
    path("people/<int:pk>/close", views.close_account, name="close_account"),
    path("people/<int:pk>/open", views.open_account, name="open_account"),
    path("invited/<str:token>", views.invited, name="invited"),
]
