"""What the pages of imports say: sentences first, then figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.surfaces.workspace.opendata.kinds import label_of
from preau.town.opendata.desk import may_start
from preau.town.opendata.enums import ImportState
from preau.town.opendata.errors import NotUndoable, UndoLaterFirst
from preau.town.opendata.models import ImportRun
from preau.town.opendata.outlook import Example, Outlook
from preau.town.opendata.queries import Shelf, state_of
from preau.town.opendata.undoing import refuse_undoing

_ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp1252": "Windows-1252", "mac_roman": "Mac OS Roman"}
_TONES = {
    ImportState.DONE: "good",
    ImportState.PREVIEWED: "warn",
    ImportState.REFUSED: "stop",
    ImportState.INTERRUPTED: "stop",
}
_SIGNS = {
    ImportState.DONE: "✓",
    ImportState.PREVIEWED: "◐",
    ImportState.REFUSED: "×",
    ImportState.INTERRUPTED: "×",
    ImportState.UNDONE: "↶",
}


@dataclass(frozen=True, slots=True)
class Line:
    """An import in a list: its state doubled by a sign, and what it changed in few words."""

    run: ImportRun
    label: str
    state: ImportState
    summary: str

    @property
    def tone(self) -> str:
        return _TONES.get(self.state, "")

    @property
    def sign(self) -> str:
        return _SIGNS.get(self.state, "…")


def lines_of(runs: Iterable[ImportRun]) -> list[Line]:
    return [Line(run, label_of(run.source), state_of(run), _summary(run)) for run in runs]


def outlook_of_shelves(shelves: list[Shelf]) -> str:
    """The first sentence of the page."""
    present = sum(shelf.present for shelf in shelves)
    kinds = sum(bool(shelf.present) for shelf in shelves)
    if not present:
        return _("Aucun fichier officiel n’est encore importé")
    words = ngettext("%(present)s fiche connue", "%(present)s fiches connues", present)
    told = ngettext("d’après %(kinds)d fichier officiel", "d’après %(kinds)d fichiers officiels", kinds)
    return f"{words % {'present': number_format(present, force_grouping=True)}}, {told % {'kinds': kinds}}"


class RunPage:
    """One import, wherever it stands: read, to confirm, under way, done, refused, undone."""

    def __init__(self, run: ImportRun) -> None:
        self.run = run
        self.state = state_of(run)
        self.label = label_of(run.source)
        self.outlook = Outlook.from_json(run.outlook)

    @property
    def is_at_work(self) -> bool:
        return self.run.is_at_work and self.state == self.run.state

    @property
    def may_confirm(self) -> bool:
        return may_start(self.run)

    @property
    def may_abandon(self) -> bool:
        return bool(self.run.upload) and self.state != ImportState.RUNNING

    @property
    def must_accept(self) -> bool:
        return self.state == ImportState.PREVIEWED and self.outlook.needs_consent

    @cached_property
    def undo_refusal(self) -> NotUndoable | None:
        try:
            refuse_undoing(self.run)
        except NotUndoable as refused:
            return refused
        return None

    @property
    def undo_first(self) -> ImportRun | None:
        """The later import that must be undone before this one."""
        return self.undo_refusal.later if isinstance(self.undo_refusal, UndoLaterFirst) else None

    @property
    def headline(self) -> str:
        counts = self.run
        match self.state:
            case ImportState.RECEIVED:
                return _("Lecture du fichier…")
            case ImportState.CONFIRMED | ImportState.RUNNING:
                return _("Import en cours…")
            case ImportState.REFUSED:
                return _("Ce fichier n’a pas été importé")
            case ImportState.ABANDONED:
                return _("Import abandonné")
            case ImportState.INTERRUPTED:
                return _("L’import s’est arrêté avant la fin")
            case ImportState.UNDONE:
                return _("Import annulé")
            case ImportState.PREVIEWED if not counts.changed:
                return _("Ce fichier ne changerait rien")
            case ImportState.PREVIEWED:
                return _("Ce fichier changerait %(what)s") % {"what": _records(counts.changed)}
            case _ if not counts.changed:
                return _("Tout était déjà à jour")
            case _:
                return _("Import terminé : %(what)s") % {"what": _summary(counts)}

    @property
    def figures(self) -> list[tuple[str, int, str]]:
        """(words, number, tone) of what would happen or happened; what is zero and usual is not said."""
        run = self.run
        shown = [
            (_("ajoutées"), run.created, ""),
            (_("modifiées"), run.updated, ""),
            (_("revenues"), run.back, ""),
            (_("disparues"), run.gone, "warn" if run.gone else ""),
            (_("inchangées"), run.unchanged, ""),
            (_("hors de la ville"), run.outside, ""),
            (_("sans objet ici"), run.ignored, ""),
            (_("en double, identiques"), run.repeated, ""),
            (_("lignes refusées"), run.refused, "warn" if run.refused else ""),
        ]
        always = {shown[0][0], shown[1][0], shown[4][0]}
        return [each for each in shown if each[1] or each[0] in always]

    @property
    def read_as(self) -> list[tuple[str, str]]:
        told = self.outlook.read_as
        separators = {";": _("point-virgule"), ",": _("virgule"), "\t": _("tabulation"), "|": _("barre verticale")}
        encoding = _ENCODINGS.get(told.get("encoding", ""), told.get("encoding", "").upper())
        facts = [
            (_("Type de tableau"), told.get("format", "").upper()),
            (_("Encodage"), encoding),
            (_("Séparateur"), separators.get(told.get("separator", ""), "")),
            (_("Feuille ou liste"), told.get("sheet", "")),
        ]
        return [fact for fact in facts if fact[1]]

    @property
    def examples(self) -> list[tuple[str, str, int, list[Example]]]:
        """(identifier, title, how many there are, the first of them)."""
        is_done = self.state != ImportState.PREVIEWED
        run = self.run
        groups = [
            ("updated", _("Fiches modifiées") if is_done else _("Ce qui serait modifié"), run.updated),
            ("created", _("Fiches ajoutées") if is_done else _("Ce qui serait ajouté"), run.created),
            ("back", _("Fiches revenues") if is_done else _("Ce qui reviendrait"), run.back),
            ("gone", _("Fiches disparues") if is_done else _("Ce qui serait marqué comme disparu"), run.gone),
        ]
        return [(kind, title, count, self.outlook.of(kind)) for kind, title, count in groups if count]


def _summary(run: ImportRun) -> str:
    """``12 ajoutées, 3 modifiées``; the reason where nothing happened."""
    if run.state not in (ImportState.DONE, ImportState.PREVIEWED, ImportState.UNDONE):
        return ""
    words = [
        (run.created, ngettext("%(n)d ajoutée", "%(n)d ajoutées", run.created)),
        (run.updated, ngettext("%(n)d modifiée", "%(n)d modifiées", run.updated)),
        (run.back, ngettext("%(n)d revenue", "%(n)d revenues", run.back)),
        (run.gone, ngettext("%(n)d disparue", "%(n)d disparues", run.gone)),
    ]
    return ", ".join(word % {"n": count} for count, word in words if count) or _("rien à changer")


def _records(count: int) -> str:
    return ngettext("%(n)d fiche", "%(n)d fiches", count) % {"n": count}
