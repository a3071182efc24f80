"""A person with a browser that sends anything. Each question is undone: the town stays as it was."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponseBase, QueryDict
from django.test import Client, TestCase
from django.utils.datastructures import MultiValueDict

from preau.people.accounts.models import User


@dataclass(frozen=True, slots=True)
class Question:
    method: str
    path: str
    body: bytes = b""
    content_type: str = "application/x-www-form-urlencoded"

    def __str__(self) -> str:
        return f"{self.method} {self.path[:300]} [{self.content_type}] {self.body[:600]!r}"


@dataclass(slots=True)
class Person:
    """``failures``: what broke the house, by the place in the code where it broke: one line for each."""

    name: str
    client: Client = field(default_factory=Client)
    failures: dict[str, str] = field(default_factory=dict)
    asked: int = 0

    def log_in(self, email: str) -> Person:
        self.client.force_login(User.objects.get(email=email))
        return self

    def ask(self, question: Question) -> HttpResponseBase | None:
        """The answer, or None when there was none: the house failed, and it is noted."""
        cookies = deepcopy(self.client.cookies)
        self.asked += 1
        try:
            with transaction.atomic():
                with TestCase.captureOnCommitCallbacks(execute=True):
                    answer = self._sent(question)
                _keep_every_promise()
                transaction.set_rollback(True)
        except Exception as error:  # whatever it is, it would have been a 500
            self.failures.setdefault(_where(error), f"{self.name}: {question}")
            return None
        finally:
            self.client.cookies = cookies
        if answer.status_code >= 500:
            self.failures.setdefault(f"{answer.status_code} {answer.resolver_match}", f"{self.name}: {question}")
        return answer

    def _sent(self, question: Question) -> Any:
        answer = self.client.generic(question.method, question.path, question.body, question.content_type)
        if answer.streaming and hasattr(answer.streaming_content, "__next__"):
            b"".join(answer.streaming_content)
        return answer


def _keep_every_promise() -> None:
    """PostgreSQL checks keys between tables when the work is committed: here, before it is undone."""
    if connection.vendor == "postgresql":
        connection.check_constraints()


def _where(error: Exception) -> str:
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "/preau/" in frame.filename]
    place = f"{ours[-1].filename.rpartition('/preau/')[2]}:{ours[-1].lineno}" if ours else "outside"
    return f"{type(error).__name__} {str(error)[:160]!r} at {place}"


@contextmanager
def names_asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """The names that the house looks for in what it was sent, formset and bare reading alike."""
    asked: set[str] = set()
    with monkeypatch.context() as patch:
        for method in ("__getitem__", "get", "getlist"):
            patch.setattr(QueryDict, method, _noting(getattr(MultiValueDict, method), asked), raising=False)
        patch.setattr(QueryDict, "__contains__", _noting(dict.__contains__, asked), raising=False)
        yield asked


def _noting(read: Any, asked: set[str]) -> Any:
    def reading(self: QueryDict, key: str, *others: Any) -> Any:
        asked.add(key)
        return read(self, key, *others)

    return reading
