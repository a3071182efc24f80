from django.urls import path

from preau.surfaces.steering import views

app_name = "steering"
urlpatterns = [
    path("", views.home, name="home"),
    path("avancement/", views.overview, name="overview"),
    path("decisions/", views.decisions, name="decisions"),
    path("comite.pdf", views.committee, name="committee"),
    path("tableau.csv", views.table, name="table"),
    path("equilibre.csv", views.balance_table, name="balance_table"),
]
