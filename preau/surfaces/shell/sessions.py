"""Django's sessions in the database, read by a prepared query: each page of whoever is logged in begins there."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from preau.foundation.prepared import first, prepared


class SessionStore(DatabaseStore):
    def _get_session_from_db(self) -> Session | None:
        found = first(_sessions(key=self.session_key or "", now=timezone.now()))
        if found is None:
            self._session_key = None
        return found

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session


@prepared
def _sessions(*, key: str, now: datetime) -> QuerySet[Session, Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=now)
