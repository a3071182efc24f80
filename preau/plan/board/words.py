"""The board in words, the same on the screen and on paper: the answer first."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from preau.plan.board.lines import Board, Figures
from preau.plan.board.rules import Late, Lateness, Mark

MARK_NAMES: Mapping[str, str | Promise] = {
    Mark.DONE: gettext_lazy("faite, bilan écrit"),
    Mark.RUNNING: gettext_lazy("en cours"),
    Mark.PLANNED: gettext_lazy("prévue"),
    Mark.DRAFT: gettext_lazy("à l’état d’idée"),
    "late": gettext_lazy("en retard"),
}
SIGNS: Mapping[str, str] = {Mark.DONE: "■", Mark.RUNNING: "◪", Mark.PLANNED: "□", Mark.DRAFT: "·", "late": "!"}
"""One letter for each mark, where there is no colour: on paper, in a table."""


def statement(board: Board) -> list[str]:
    """Where the plan stands: one to three sentences, the most pressing first."""
    figures = board.figures
    if not figures.objectives:
        return [_("Le projet ne contient encore aucun objectif.")]
    return [_late(board), _lacking(figures), _deciding(figures)]


def _late(board: Board) -> str:
    late = board.late_lines
    if not late:
        return _("Rien n’est en retard.")
    said = ngettext("%(n)d objectif a du retard", "%(n)d objectifs ont du retard", len(late)) % {"n": len(late)}
    axes = {line.axis for line in late}
    if len(late) > 1 and len(axes) == 1:
        return _("%(said)s, tous dans l’axe %(axis)d.") % {"said": said, "axis": axes.pop()}
    return f"{said}."


def _lacking(figures: Figures) -> str:
    """What has no action, then what has no owner."""
    said = {"n": figures.without_action, "all": figures.objectives, "unowned": figures.unowned}
    match bool(figures.without_action), bool(figures.unowned):
        case False, False:
            return _("Chaque objectif a un porteur et une action.")
        case False, True:
            return (
                ngettext(
                    "Chaque objectif a une action, %(unowned)d n’a aucun porteur.",
                    "Chaque objectif a une action, %(unowned)d n’ont aucun porteur.",
                    figures.unowned,
                )
                % said
            )
    actions = ngettext(
        "%(n)d objectif sur %(all)d n’a encore aucune action",
        "%(n)d objectifs sur %(all)d n’ont encore aucune action",
        figures.without_action,
    )
    owners = _("%(actions)s, %(unowned)d aucun porteur.") if figures.unowned else _("%(actions)s, tous ont un porteur.")
    return owners % {**said, "actions": actions % said}


def _deciding(figures: Figures) -> str:
    if not figures.decisions:
        return _("Aucun point n’attend de décision.")
    words = ngettext("%(n)d point attend une décision.", "%(n)d points attendent une décision.", figures.decisions)
    return words % {"n": figures.decisions}


def counts_in_words(counts: Mapping[str, int]) -> str:
    """``3 en cours, 1 prévue, dont 1 en retard``: what the squares say, aloud. "" for nothing."""
    said = {
        Mark.DONE: ngettext("%(n)d faite", "%(n)d faites", counts.get(Mark.DONE, 0)),
        Mark.RUNNING: ngettext("%(n)d en cours", "%(n)d en cours", counts.get(Mark.RUNNING, 0)),
        Mark.PLANNED: ngettext("%(n)d prévue", "%(n)d prévues", counts.get(Mark.PLANNED, 0)),
        Mark.DRAFT: ngettext("%(n)d idée", "%(n)d idées", counts.get(Mark.DRAFT, 0)),
    }
    told = [words % {"n": counts[mark]} for mark, words in said.items() if counts.get(mark)]
    if counts.get("late"):
        told.append(_("dont %(n)d en retard") % {"n": counts["late"]})
    return ", ".join(told)


def late_in_words(late: Late) -> str:
    """Why, without the day: « bilan attendu, F2026-3 Apprivoiser l’eau »."""
    named = {"code": late.sheet.code, "title": late.sheet.title} if late.sheet else {}
    match late.why:
        case Lateness.HORIZON:
            return _("échéance de l’objectif passée")
        case Lateness.REVIEW:
            return _("bilan attendu : %(code)s %(title)s") % named
        case Lateness.START:
            return _("pas encore démarrée : %(code)s %(title)s") % named
        case Lateness.MILESTONE:
            milestone = late.sheet.milestone if late.sheet else ""
            return _("étape « %(milestone)s » : %(code)s %(title)s") % {**named, "milestone": milestone}
    return _("point ouvert à régler")
