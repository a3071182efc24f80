"""Inks can be read on their grounds: WCAG 2.2, 1.4.3 (AA), and 1.4.6 (AAA) for running text."""

from __future__ import annotations

import re

import pytest

from preau.foundation.design.assets import STYLES

_SHEET = (STYLES / "tokens.css").read_text(encoding="utf-8")
_BLOCKS = re.findall(r"color-scheme: (light|dark);(.*?)\}", _SHEET, re.DOTALL)
SCHEMES = [
    (f"{name}-{number}", dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", text)))
    for number, (name, text) in enumerate(_BLOCKS)
]
AAA = [
    ("ink", "ground"),
    ("ink", "paper"),
    ("ink", "sunk"),
    ("ink", "mark"),
    ("ink", "inserted"),
    ("ink", "deleted"),
    ("ink", "accent-tint"),
]
AA = [
    *[("soft", ground) for ground in ("ground", "paper", "sunk")],
    *[("accent", ground) for ground in ("ground", "paper", "accent-tint")],
    ("accent-ink", "accent"),
    ("accent-ink", "accent-hover"),
    *[(tone, f"{tone}-tint") for tone in ("good", "warn", "stop")],
    *[(f"a{n}", ground) for n in range(1, 9) for ground in (f"a{n}-tint", "ground", "paper")],
    *[("ink", f"a{n}-tint") for n in range(1, 9)],
    ("ground", "ink"),
    ("ground", "stop"),
]


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("name", "tokens"), SCHEMES, ids=[name for name, _ in SCHEMES])
def test_running_text_is_easy_to_read_on_every_ground(name, tokens):
    poor = {pair: round(contrast(tokens[pair[0]], tokens[pair[1]]), 2) for pair in AAA}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 7} == {}


@pytest.mark.parametrize(("name", "tokens"), SCHEMES, ids=[name for name, _ in SCHEMES])
def test_every_other_ink_can_be_read_on_its_ground(name, tokens):
    poor = {pair: round(contrast(tokens[pair[0]], tokens[pair[1]]), 2) for pair in AA}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 4.5} == {}


@pytest.mark.parametrize(("name", "tokens"), SCHEMES, ids=[name for name, _ in SCHEMES])
def test_edges_of_fields_are_seen(name, tokens):
    """1.4.11: three to one for what marks a control."""
    assert min(contrast(tokens["edge"], tokens[ground]) for ground in ("ground", "paper")) >= 3


def test_light_and_dark_define_the_same_tokens_and_the_two_ways_to_dark_agree():
    light, dark, chosen = (tokens for _, tokens in SCHEMES)
    assert set(light) == set(dark)
    assert dark == chosen
