from django.urls import path

from preau.surfaces.shell import account

app_name = "shell"
urlpatterns = [
    path("", account.account, name="account"),
    path("demonstration/", account.demo_login, name="demo_login"),
]
