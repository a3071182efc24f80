"""The published file: anybody plays it again, with this program or with another, and finds what was changed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from preau.offer.allocation import BadFile, Draw, from_json, publish, solve, to_json, verify
from preau.offer.allocation.draw import commit
from preau.offer.allocation.writing import sha256, text_of
from tests.offer.allocation import replay
from tests.offer.allocation.towns import make_town

SECRET = "correct horse battery staple, sixty times over"
DRAW = Draw(commit(SECRET), SECRET, "4 8 15 16 23 42", "Loto du samedi 5 décembre 2026")
EVERYTHING = {"bundles": True, "siblings": True, "hours": True, "several": True}


def _file(number: int = 3, children: int = 9, **more: bool) -> str:
    return publish(make_town(Random(number), children=children, offers=4, **{**EVERYTHING, **more}), DRAW)


def _is_refused(text: str) -> bool:
    try:
        return bool(verify(text))
    except BadFile:
        return True


def _is_refused_by_replay(text: str) -> bool:
    try:
        return bool(list(replay.faults(text)))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return True


@pytest.mark.parametrize("at_once", [False, True])
def test_both_programs_play_the_same_towns(at_once):
    for number in range(60):
        text = _file(number, 4 + number % 12, at_once=at_once)
        assert verify(text) == []
        assert list(replay.faults(text)) == []


def test_the_other_program_knows_nothing_of_this_one():
    source = Path(replay.__file__).read_text()
    assert "preau" not in source.replace("preau-", "")


def test_a_forged_file_is_found_whatever_line_was_changed():
    lines = _file(8).splitlines(keepends=True)
    for place, line in enumerate(lines):
        for forged in ("", line * 2, line.replace("1", "2", 1), line.replace("true", "false", 1), line[:-1] + " \n"):
            text = "".join([*lines[:place], forged, *lines[place + 1 :]])
            if forged != line:
                assert _is_refused(text), (place, forged)
                assert _is_refused_by_replay(text), (place, forged)


def test_the_digits_and_words_of_a_file_count():
    text = _file(8, 2)
    for place, letter in enumerate(text):
        if letter.isalnum() and place % 3 == 0:
            forged = text[:place] + ("7" if letter != "7" else "8") + text[place + 1 :]
            assert _is_refused_by_replay(forged), place


def test_a_seal_made_again_does_not_hide_a_false_place():
    document = json.loads(_file(8))
    forged = 0
    for line in document["applications_outcome"]:
        for wish in line["wishes"]:
            before, wish["result"] = wish["result"], "granted"
            part = wish["parts"][0]
            kept, part[1] = part[1], "open_seat"
            if part[1] != kept:
                document.pop("seal")
                text = text_of({**document, "seal": sha256(text_of(document))})
                document["seal"] = ""
                assert _is_refused(text)
                assert _is_refused_by_replay(text)
                forged += 1
            wish["result"], part[1] = before, kept
    assert forged > 5


def test_what_differs_is_told_by_line():
    lines = _file(8).split("\n")
    place = next(place for place, line in enumerate(lines) if line.startswith('{"application":"c2"'))
    lines[place] = lines[place].replace('"number":', '"number":9')
    (difference,) = verify("\n".join(lines))
    assert (difference.line, difference.section) == (place + 1, "résultat par demande")


def test_a_promise_that_was_not_kept_is_refused():
    with pytest.raises(BadFile, match="celui qui avait été promis"):
        verify(_file().replace("sixty times", "fifty times"))


def test_facts_that_no_rule_uses_are_not_published():
    assert "low_quotient" not in publish(
        from_json(
            '{"format":"preau-allocation-1","rules":{},"offers":[],"applications":[{"key":"a","wishes":[],"facts":["low_quotient"]}]}'
        ),
        DRAW,
    )


def test_a_problem_is_read_as_it_was_written():
    for number in range(50):
        town = make_town(Random(number), children=9, offers=4, **EVERYTHING)
        text = to_json(town)
        assert to_json(from_json(text)) == text
        seed = DRAW.seed
        assert list(solve(from_json(text), seed=seed).all_cases()) == list(solve(town, seed=seed).all_cases())


def test_the_same_bytes_whatever_the_hash_seed():
    program = (
        "from tests.offer.allocation.test_publishing import _file, EVERYTHING;"
        "import sys; sys.stdout.buffer.write(''.join(_file(n, 30) for n in range(4)).encode())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": "."},
        ).stdout
        for seed, locale in (("0", "C"), ("12345", "C.UTF-8"))
    }
    assert len(outputs) == 1
    assert len(next(iter(outputs))) > 10_000


def test_the_library_needs_no_framework():
    program = "import sys, preau.offer.allocation; print([n for n in sys.modules if n.split('.')[0] == 'django'])"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_the_draw_is_done_again_with_ordinary_tools():
    import hashlib
    import hmac

    seed = hashlib.sha256(f"{SECRET}:4 8 15 16 23 42".encode()).digest()
    assert DRAW.seed == seed
    town = make_town(Random(1), children=6, offers=2)
    outcome = solve(town, seed=seed)
    drawn = {key: hmac.new(seed, key.encode(), "sha256").hexdigest() for key in outcome.keys}
    assert sorted(drawn, key=drawn.__getitem__) == sorted(drawn, key=outcome.number)
