from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from preau.people.accounts.models import User
from preau.people.households.copying import Tables
from preau.people.households.models import Child

type Copied = Callable[[User, Sequence[Child], date], Tables]
"""Tables by French name: what this account may know of these children."""
type Binding = Callable[[Sequence[Child], date], Iterable[str]]
"""Sentences: what must end before the file can be erased."""
