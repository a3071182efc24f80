from django.urls import path
from django.views.generic import RedirectView

from preau.surfaces.shell import account, franceconnect

app_name = "shell"
urlpatterns = [
    path("", account.account, name="account"),
    # An address is what proves who somebody is: the administration changes it, after checking the new one.
    path("email/", RedirectView.as_view(pattern_name="shell:account"), name="email"),
    path("courriels/", account.mail_choice, name="mail_choice"),
    path("demonstration/", account.demo_login, name="demo_login"),
    path("franceconnect/", franceconnect.departure, name="franceconnect"),
    path("franceconnect/retour/", franceconnect.arrival_from_there, name="franceconnect_return"),
    path("franceconnect/arrivee/", franceconnect.arrival, name="franceconnect_arrival"),
    path("franceconnect/code/", franceconnect.code, name="franceconnect_code"),
    path("franceconnect/sortie/", franceconnect.goodbye, name="franceconnect_goodbye"),
]
