"""An evaluation in a sentence and in squares, the same for everybody who reads it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.observatory.evaluation.enums import VerdictKind
from preau.observatory.evaluation.reading import EffectTold, Told
from preau.observatory.evaluation.wording import counted_words

_TONES = {VerdictKind.CONFIRMED: "good", VerdictKind.PARTLY: "warn", VerdictKind.REFUTED: "stop"}


@dataclass(frozen=True, slots=True)
class Tally:
    """A kind of verdict, and how many effects have it."""

    kind: VerdictKind
    count: int

    @property
    def tone(self) -> str:
        return tone_of(self.kind)

    @property
    def words(self) -> str:
        """Read after the number: "confirmés"."""
        return counted_words(self.kind, self.count)


def tone_of(kind: VerdictKind) -> str:
    return _TONES.get(kind, "")


def tallies(told: Told) -> list[Tally]:
    """Those that have at least one, from confirmed to not measured."""
    return [Tally(kind, told.verdicts[kind]) for kind in VerdictKind if told.verdicts[kind]]


def concluded(told: Told) -> list[EffectTold]:
    """Effects with a verdict, in the order of the plan."""
    return [each for each in told.effects if each.verdict]


def statement(told: Told) -> str:
    """ "Sur 9 effets attendus, 3 sont confirmés, 4 le sont en partie, 1 ne l’est pas…" """
    counts = told.verdicts
    total = counts.total()
    if not total:
        return _("Aucun effet n’a encore été jugé.")
    lead = ngettext("Sur %(n)d effet examiné", "Sur %(n)d effets examinés", total) % {"n": total}
    return f"{lead}, {_listed(_parts(counts))}."


def _parts(counts: Counter[VerdictKind]) -> list[str]:
    return [_said(kind, counts[kind]) for kind in VerdictKind if counts[kind]]


def _said(kind: VerdictKind, n: int) -> str:
    match kind:
        case VerdictKind.CONFIRMED:
            words = ngettext("%(n)d est confirmé", "%(n)d sont confirmés", n)
        case VerdictKind.PARTLY:
            words = ngettext("%(n)d l’est en partie", "%(n)d le sont en partie", n)
        case VerdictKind.REFUTED:
            words = ngettext("%(n)d ne l’est pas", "%(n)d ne le sont pas", n)
        case _:
            words = ngettext("%(n)d n’a pas pu être mesuré", "%(n)d n’ont pas pu être mesurés", n)
    return words % {"n": n}


def _listed(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _("%(first)s et %(last)s") % {"first": ", ".join(parts[:-1]), "last": parts[-1]}
