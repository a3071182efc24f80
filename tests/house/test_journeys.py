"""A browser journey waits for what it reads: what stands there may still be the page before the click, or half of one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

JOURNEYS = Path(__file__).resolve().parents[1] / "journeys"
NEVER = {"content", "is_visible", "is_hidden"}
READINGS = {"all_inner_texts", "all_text_contents", "get_attribute", "inner_text", "input_value", "is_checked", "text_content"}  # fmt: skip
INSTEAD = "write says(page, …), expect(locator).to_have_text/value/count(…) or page.wait_for_url(…): they wait"


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node


def _of_a_page(call: ast.Call) -> bool:
    """``page.locator(…).count()``, not the count of a table."""
    return any(name.startswith(("locator", "get_by_")) for name, _ in _calls(call))


def _hasty(source: str) -> list[int]:
    """Lines that read a page without waiting for it."""
    tree = ast.parse(source)
    lines = {call.lineno for name, call in _calls(tree) if name in NEVER}
    for claim in (node for node in ast.walk(tree) if isinstance(node, ast.Assert)):
        lines |= {
            call.lineno for name, call in _calls(claim) if name in READINGS or (name == "count" and _of_a_page(call))
        }
        lines |= {node.lineno for node in ast.walk(claim) if isinstance(node, ast.Attribute) and node.attr == "url"}
    return sorted(lines)


def test_a_journey_waits_for_what_it_reads():
    found = [
        f"{path.name}:{line}" for path in JOURNEYS.glob("*.py") for line in _hasty(path.read_text(encoding="utf-8"))
    ]
    assert found == [], INSTEAD


def test_what_does_not_wait_is_seen():
    assert _hasty("page.content()\nif page.is_visible('h1'): pass") == [1, 2]
    assert _hasty(
        "assert page.locator('a').count() == 1\nassert page.inner_text('h1') == 'x'\nassert '/a/' in page.url"
    ) == [1, 2, 3]
    assert (
        _hasty("assert Receipt.objects.count() == 1\nhere = page.url\nexpect(page.locator('a')).to_have_count(1)") == []
    )
