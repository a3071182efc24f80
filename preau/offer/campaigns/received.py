"""What a campaign received, child by child: sorted by name, never by the day on which it came, and told apart.

All lines of a campaign are read at once and light, so that each filter can say how many it would show; what is shown
is then read whole, a page at a time.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import batched

from django.db.models import QuerySet

from preau.foundation.text.search import folded
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import Enrolment
from preau.people.households.drawer import Drawer
from preau.people.households.models import Child, Household

from .enums import Answer, ApplicationState
from .models import AllocationCampaign, Application, Bundle, CampaignOffer, RankedWish
from .states import RESULTS

_AT_ONCE = 500
_WORD = re.compile(r"[a-z0-9]+")
_BEST = (
    (Answer.TAKEN, frozenset({EnrolmentState.CONFIRMED, EnrolmentState.ENDED})),
    (Answer.PROPOSED, frozenset({EnrolmentState.OFFERED})),
    (Answer.WAITING, frozenset({EnrolmentState.WAITING})),
)
"""A child who has several answers is counted once, by the best of them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One application. ``answer`` is empty until families have theirs; ``lacks`` are kinds of papers, asked by one of
    the groups it wishes for and given by nobody."""

    pk: int
    name: str
    code: str
    state: str
    channel: str
    has_bundle: bool
    has_siblings: bool
    lacks: tuple[str, ...]
    answer: str

    def is_called(self, words: Sequence[str]) -> bool:
        """Each word begins one of the child's names, or the code that letters carry."""
        names = _WORD.findall(self.name)
        return all(any(name.startswith(word) for name in names) or _is_code(word, self.code) for word in words)


def words_of(text: str) -> list[str]:
    return _WORD.findall(folded(text[:120]))[:6]


def lines_of(campaign: AllocationCampaign, on: date) -> list[Line]:
    """By name. The number of queries does not follow that of the applications, but for papers: one for 500."""
    rows = list(campaign.applications.filter(child__erased_on=None).select_related("child").order_by("pk"))
    homes = Counter(each.household_id for each in rows if each.household_id and each.state != _GONE)
    asked, grouped = _asked(campaign)
    lacks = _lacks(rows, asked, on)
    answers = _answers(campaign)
    lines = [
        Line(
            each.pk,
            folded(f"{each.child.last_name} {each.child.first_name}"),
            each.code,
            each.state,
            each.channel,
            each.pk in grouped,
            each.household_id is not None and each.state != _GONE and homes[each.household_id] > 1,
            lacks.get(each.pk, ()),
            _answer(each, campaign, answers),
        )
        for each in rows
    ]
    return sorted(lines, key=lambda line: (line.name, line.pk))


def whole(lines: Sequence[Line]) -> list[tuple[Line, Application]]:
    """The same with what a page or a table tells of each."""
    keys = [line.pk for line in lines]
    rows: dict[int, Application] = {}
    for some in batched(keys, _AT_ONCE):
        rows |= _ready().in_bulk(some)
    return [(line, rows[line.pk]) for line in lines if line.pk in rows]


_GONE = ApplicationState.WITHDRAWN


def _ready() -> QuerySet[Application]:
    rows = Application.objects.select_related("child", "asked_by", "entered_by", "reminded_by")
    return rows.prefetch_related("wishes__offer__unit__activity", "wishes__bundle")


def _asked(campaign: AllocationCampaign) -> tuple[dict[int, set[str]], set[int]]:
    """Application → kinds of papers that its groups ask for; and those that ask for several groups as one."""
    kinds = dict(CampaignOffer.objects.filter(campaign=campaign).values_list("pk", "unit__documents"))
    inside: dict[int, set[str]] = defaultdict(set)
    for bundle, offer in Bundle.offers.through.objects.filter(bundle__campaign=campaign).values_list(
        "bundle", "campaignoffer"
    ):
        inside[bundle].update(kinds[offer])
    asked: dict[int, set[str]] = defaultdict(set)
    grouped: set[int] = set()
    wishes = RankedWish.objects.filter(application__campaign=campaign).order_by()
    for application, offer, bundle in wishes.values_list("application", "offer", "bundle"):
        asked[application].update(kinds[offer] if offer else inside[bundle])
        if bundle:
            grouped.add(application)
    return asked, grouped


def _lacks(rows: Iterable[Application], asked: dict[int, set[str]], on: date) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for some in batched([each for each in rows if each.state != _GONE and asked.get(each.pk)], _AT_ONCE):
        drawer = Drawer({each.child_id for each in some}, {each.household_id for each in some if each.household_id}, on)
        for each in some:
            home = Household(pk=each.household_id) if each.household_id else None
            found[each.pk] = tuple(sorted(asked[each.pk] - drawer.of(Child(pk=each.child_id), home).given))
    return found


def _answers(campaign: AllocationCampaign) -> dict[int, set[str]]:
    """Child → states of what it was given or waits for."""
    if campaign.state not in RESULTS:
        return {}
    found: dict[int, set[str]] = defaultdict(set)
    rows = Enrolment.objects.filter(unit__campaign_offer__campaign=campaign).order_by()
    for child, state in rows.values_list("child", "state"):
        found[child].add(state)
    return found


def _answer(application: Application, campaign: AllocationCampaign, answers: dict[int, set[str]]) -> str:
    if campaign.state not in RESULTS or application.state != ApplicationState.SENT:
        return ""
    held = answers.get(application.child_id, set())
    return next((answer for answer, states in _BEST if held & states), Answer.NOTHING)


def _is_code(word: str, code: str) -> bool:
    return len(word) >= 4 and code.startswith(word)
