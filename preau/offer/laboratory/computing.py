"""From a demand and sets of rules to the document of a study, the same byte for byte. Pure: no row, no clock."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from preau.offer.allocation import Problem, to_json
from preau.offer.allocation.compare import Balance, Interval, balance, compare_first_come
from preau.offer.allocation.writing import sha256

from .cells import shown, threshold_of
from .rulesets import RuleSet
from .terms import Terms

FORMAT = "preau-study-2"
"""A document of another format was found by an older program: it is read, and told to be computed again."""


@dataclass(frozen=True, slots=True)
class Demand:
    """Wishes without a name. ``groups``: by application, what a balance is told by; ``arrivals``: seconds after the
    opening; ``labels``: how a group is called, where its code says nothing."""

    problem: Problem
    groups: Mapping[str, Mapping[str, str]]
    arrivals: Mapping[str, int]
    labels: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        """Of all that the outcome depends on."""
        groups = {key: dict(sorted(each.items())) for key, each in sorted(self.groups.items())}
        kept = {"groups": groups, "arrivals": dict(sorted(self.arrivals.items()))}
        return sha256(to_json(self.problem) + _text(kept))


def study_of(
    demand: Demand,
    rule_sets: Sequence[RuleSet],
    *,
    seed: str,
    draws: int,
    terms: Terms,
    after_draw: Callable[[], object] = lambda: None,
) -> str:
    """First come, first served is read by the first set of rules. Small groups never get in."""
    tried = [rules.applied_to(demand.problem) for rules in rule_sets]
    key = seed.encode()
    balances = [balance(each, demand.groups, seed=key, draws=draws, after_draw=after_draw) for each in tried]
    first_come = compare_first_come(tried[0], demand.arrivals, demand.groups, seed=key)
    return _text(
        {
            "format": FORMAT,
            "input": demand.fingerprint,
            "seed": seed,
            "draws": draws,
            "children": len(demand.problem.applications),
            "offers": len(demand.problem.offers),
            "seats": sum(offer.seats for offer in demand.problem.offers),
            "sets": [{**rules.to_json(), **_told(each)} for rules, each in zip(rule_sets, balances, strict=True)],
            "first_come": _told(first_come),
            "groups": _groups(balances, first_come, demand.labels, terms),
        }
    )


def _told(found: Balance) -> dict[str, Any]:
    return {
        "served": _interval(found.served),
        "first": _interval(found.first_wish),
        "mean_rank": _interval(found.mean_rank),
        "totals": [count for _, count in sorted(found.totals.items())],
        "envy": _interval(found.envy),
        "empty": _interval(found.empty),
    }


def _groups(
    balances: Sequence[Balance], first_come: Balance, labels: Mapping[str, str], terms: Terms
) -> list[dict[str, Any]]:
    """Whole percentages, where there are enough children for them; a hidden group keeps its name only."""
    families: dict[str, dict[str, int]] = defaultdict(dict)
    for (what, which), count in first_come.of.items():
        families[what][which] = count
    told = []
    for what, counts in families.items():
        threshold = threshold_of(what, cell=terms.cell, sensitive_cell=terms.sensitive_cell)
        kept = shown(counts, threshold)
        for which, count in counts.items():
            line: dict[str, Any] = {"what": what, "which": which, "label": labels.get(which, ""), "of": None}
            if which in kept:
                line["of"] = count
                if count >= terms.share:
                    group = (what, which)
                    line["served"] = [_share(each.by_group[group][0], count) for each in balances]
                    line["first"] = [_share(each.by_group[group][1], count) for each in balances]
                    line["first_come"] = [_share(each, count) for each in first_come.by_group[group]]
                    line["ranks"] = _ranks([*balances, first_come], group, threshold)
            told.append(line)
    return told


def _ranks(balances: Sequence[Balance], group: tuple[str, str], threshold: int) -> list[list[int] | None]:
    """Mean rank obtained, in hundredths: of each set of rules, first come last. None where fewer children have
    something, in some draw, than may be told of: their mean would be theirs."""
    return [
        _interval(mean)
        if (mean := each.mean_ranks[group]) is not None and each.by_group[group][0].low >= threshold
        else None
        for each in balances
    ]


def _share(interval: Interval, of: int) -> int:
    return (200 * interval.middle + of) // (2 * of)


def _interval(interval: Interval) -> list[int]:
    return [interval.low, interval.middle, interval.high]


def _text(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
