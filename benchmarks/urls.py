from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


@login_not_required
def empty(request: HttpRequest) -> HttpResponse:
    """What Django and the middleware cost by themselves."""
    return HttpResponse("<!doctype html><title>vide</title>")


urlpatterns = [path("vide/", empty), path("", include("config.urls"))]
