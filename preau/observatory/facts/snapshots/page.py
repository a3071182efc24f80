"""The reference of facts, written from their declarations."""

from __future__ import annotations

from collections.abc import Sequence

from preau.foundation.facts import Column, Derived, Fact

_HEAD = """# Facts

The tables that the observatory reads, without a name, as DuckDB views. This page is written by
`preau observatory facts --write docs/reference/facts.md`.

A pseudonym stands for the same person in every table; the key that makes it is never read by whoever reads facts.
Text is never missing: an empty code means unknown. Days and numbers may be missing (NULL).
"""


def facts_page(facts: Sequence[Fact | Derived]) -> str:
    return "\n".join([_HEAD, *(_table(each) for each in facts)])


def _table(fact: Fact | Derived) -> str:
    head = [
        f"## {fact.name}",
        "",
        f"{fact.sentence} Kept {_kept(fact)}.",
        "",
        "| column | kind | what it says | made |",
    ]
    return "\n".join([*head, "|---|---|---|---|", *(_row(each) for each in fact.columns), ""])


def _kept(fact: Fact | Derived) -> str:
    if isinstance(fact, Derived):
        return f"as `{fact.source}` is, and worked out of it"
    return "in one part for each school year" if fact.years else "in one piece"


def _row(column: Column) -> str:
    whom = f" of a {column.person}" if column.person else ""
    return f"| `{column.name}` | {column.kind} | {column.sentence} | {column.through}{whom} |"
