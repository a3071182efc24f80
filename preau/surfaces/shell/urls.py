from django.urls import path
from django.views.generic import RedirectView

from preau.surfaces.shell import account

app_name = "shell"
urlpatterns = [
    path("", account.account, name="account"),
    # An address is what proves who somebody is: the administration changes it, after checking the new one.
    path("email/", RedirectView.as_view(pattern_name="shell:account"), name="email"),
    path("courriels/", account.mail_choice, name="mail_choice"),
    path("demonstration/", account.demo_login, name="demo_login"),
]
