from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

from benchmarks.barely.models import Registration, Session


def alive(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


def register(request: HttpRequest, person: int) -> HttpResponse:
    with transaction.atomic():
        session = Session.objects.select_for_update().get()
        if session.taken >= session.capacity:
            return HttpResponse(status=409)
        session.taken += 1
        session.save()
        place = Registration.objects.create(session=session, person=person)
    return HttpResponse(str(place.pk), status=201)


urlpatterns = [path("", alive), path("<int:person>/", register)]
