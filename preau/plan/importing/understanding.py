"""What a document says of a plan: axes, general objectives, rows, objectives beside effects, nothing lost."""

from __future__ import annotations

from datetime import date

from preau.foundation.documents.model import Paragraph, RevisionKind, SourceDocument, View
from preau.plan.importing.draft import (
    DraftAxis,
    DraftComment,
    DraftGeneralObjective,
    DraftItem,
    DraftRow,
    DraftSuggestion,
    Leftover,
    PlanDraft,
    SuggestionKind,
)
from preau.plan.importing.errors import NotAPlan
from preau.plan.importing.flattened import flattened_layout
from preau.plan.importing.language import is_french
from preau.plan.importing.layout import Layout, PlanTable, TableLine
from preau.plan.importing.marks.registry import mark_all
from preau.plan.importing.outline import outline_layout
from preau.plan.importing.tables import table_layout
from preau.plan.importing.wording import Words, is_moved_here, parts_of, suggestions_of, words_of

_UNTITLED = "Projet éducatif de territoire"
_NO_GENERAL = "(sans objectif général)"


def understand(document: SourceDocument, *, today: date) -> PlanDraft:
    """A draft to be reviewed. ``today`` tells which years are past. Raises NotAPlan with a sentence for the sender."""
    layout = _layout(document)
    draft = _Builder(document).build(layout)
    mark_all(draft, today=today)
    return draft


def _layout(document: SourceDocument) -> Layout:
    in_tables = table_layout(document)
    if in_tables.tables:
        return in_tables
    paragraphs = list(document.paragraphs())
    for layout in (flattened_layout(paragraphs), outline_layout(paragraphs)):
        if layout.tables:
            return layout
    raise _refusal(document, in_tables)


def _refusal(document: SourceDocument, layout: Layout) -> NotAPlan:
    text = " ".join(paragraph.text() for paragraph in document.paragraphs())
    if not is_french(text):
        return NotAPlan(
            "other_language",
            "Ce document ne semble pas écrit en français. Préau lit les projets éducatifs rédigés en français : "
            "envoyez cette version.",
        )
    if layout.other_titles:
        titles = ", ".join(f"« {title[:40]} »" for title in layout.other_titles[:5])
        return NotAPlan(
            "columns_not_recognised",
            f"Les colonnes du tableau n’ont pas été reconnues : {titles}. Nommez-les « Objectifs généraux », "
            "« Objectifs opérationnels » et « Effets attendus », puis envoyez de nouveau le document.",
        )
    return NotAPlan(
        "no_plan_found",
        "Aucun projet n’a été trouvé dans ce document : il y manque un tableau avec les colonnes "
        "« Objectifs généraux », « Objectifs opérationnels » et « Effets attendus ».",
    )


class _Builder:
    """Gives each thing its id, in reading order, and keeps what belongs nowhere."""

    def __init__(self, document: SourceDocument) -> None:
        self.document = document
        self.draft = PlanDraft(_UNTITLED)
        self.moved_from: dict[str, DraftSuggestion] = {}
        self.moved_to: dict[str, str] = {}
        self.item_of_comment: dict[str, str] = {}

    def build(self, layout: Layout) -> PlanDraft:
        self.draft.leftovers = list(layout.leftovers)
        self.draft.notes = list(self.document.notes)
        for table in layout.tables:
            if table.title or table.lines:
                self._table(table)
        for name, suggestion in self.moved_from.items():
            suggestion.target = self.moved_to.get(name, "")
        self._asides()
        self._automatic_numbers()
        self._comments()
        self.draft.leftovers.sort(key=lambda leftover: leftover.line)
        return self.draft

    def _table(self, table: PlanTable) -> None:
        if table.title or not self.draft.axes:
            self._axis(table.title)
        for line in table.lines:
            if line.general is not None:
                self._general(line.general)
            self._row(line)

    def _axis(self, title: list[Paragraph]) -> None:
        text = " ".join(words_of(paragraph).text for paragraph in title)
        id = f"A{len(self.draft.axes) + 1}"
        for paragraph in title:
            self._changes(paragraph, id, words_of(paragraph))
        self.draft.axes.append(DraftAxis(id, text or "(axe sans titre)", title[0].line if title else 0))

    def _general(self, paragraphs: list[Paragraph]) -> None:
        axis = self.draft.axes[-1]
        id = f"{axis.id}.G{len(axis.general_objectives) + 1}"
        text = "\n".join(words_of(paragraph).text for paragraph in paragraphs)
        for paragraph in paragraphs:
            self._changes(paragraph, id, words_of(paragraph))
        axis.general_objectives.append(DraftGeneralObjective(id, text, paragraphs[0].line))

    def _row(self, line: TableLine) -> None:
        self.draft.leftovers += [
            Leftover(p.line, p.text(View.MARKED).strip(), "Autre colonne du tableau.") for p in line.extra
        ]
        if not (line.objectives or line.effects):
            return
        axis = self.draft.axes[-1]
        if not axis.general_objectives:
            first = (line.objectives or line.effects)[0]
            axis.general_objectives.append(DraftGeneralObjective(f"{axis.id}.G1", _NO_GENERAL, first.line))
        general = axis.general_objectives[-1]
        row = DraftRow(f"{general.id}.R{len(general.rows) + 1}")
        general.rows.append(row)
        self._column(row, row.objectives, line.objectives, general, "O")
        self._column(row, row.effects, line.effects, general, "E")
        self._row_change(row, line)

    def _column(
        self,
        row: DraftRow,
        items: list[DraftItem],
        paragraphs: list[Paragraph],
        general: DraftGeneralObjective,
        letter: str,
    ) -> None:
        count = sum(len(r.objectives if letter == "O" else r.effects) for r in general.rows)
        top = min((p.list_level for p in paragraphs if p.list_level is not None), default=0)
        for paragraph in paragraphs:
            if is_moved_here(paragraph):
                self._moved_here(paragraph, row.id)
                continue
            words = words_of(paragraph)
            if items and paragraph.list_level is not None and paragraph.list_level > top:
                items[-1].children.append(words.text)
                self._changes(paragraph, items[-1].id, words)
                continue
            count += 1
            item = DraftItem(f"{general.id}.{letter}{count}", words.text, words.is_bulleted, paragraph.line)
            item.parts, item.is_proposed = parts_of(words.text), words.is_proposed
            items.append(item)
            self._changes(paragraph, item.id, words)

    def _changes(self, paragraph: Paragraph, id: str, words: Words) -> None:
        suggestions = suggestions_of(paragraph, id, words)
        self.draft.suggestions += suggestions
        names = [r.move_name for run in paragraph.runs for r in run.revisions if r.kind is RevisionKind.MOVE_FROM]
        for suggestion, name in zip((s for s in suggestions if s.kind is SuggestionKind.MOVE), names, strict=False):
            self.moved_from[name] = suggestion
        for run in paragraph.runs:
            for comment in run.comment_ids:
                self.item_of_comment.setdefault(comment, id)

    def _moved_here(self, paragraph: Paragraph, row: str) -> None:
        for run in paragraph.runs:
            for revision in run.revisions:
                if revision.kind is RevisionKind.MOVE_TO:
                    self.moved_to.setdefault(revision.move_name, row)
        text = paragraph.text(View.ACCEPTED).strip()
        self.draft.leftovers.append(
            Leftover(paragraph.line, text, f"Déplacé ici (ligne {row}) par une modification suivie.")
        )

    def _row_change(self, row: DraftRow, line: TableLine) -> None:
        if line.revision is None:
            return
        text = "\n".join(item.text for item in (*row.objectives, *row.effects))
        inserted = line.revision.kind is RevisionKind.INSERTION
        kind = SuggestionKind.ROW_INSERTION if inserted else SuggestionKind.ROW_DELETION
        old, new = ("", text) if inserted else (text, "")
        self.draft.suggestions.append(DraftSuggestion(row.id, kind, old, new, line.revision.author, line.revision.at))
        for item in (*row.objectives, *row.effects):
            item.is_proposed = item.is_proposed or inserted

    def _asides(self) -> None:
        kinds = {"header": "En-tête de page.", "footer": "Pied de page.", "footnote": "Note de bas de page."}
        self.draft.leftovers += [
            Leftover(0, aside.text, kinds.get(aside.kind, "Texte hors du corps du document."))
            for aside in self.document.asides
        ]

    def _automatic_numbers(self) -> None:
        """« Axe 1 : » may be written by the word processor, not by the drafter: shown, but not part of the text."""
        self.draft.leftovers += [
            Leftover(paragraph.line, paragraph.label, "Numérotation automatique.")
            for paragraph in self.document.paragraphs()
            if any(sign.isalpha() for sign in paragraph.label) and len(paragraph.label) > 2
        ]

    def _comments(self) -> None:
        self.draft.comments = [
            DraftComment(
                self.item_of_comment.get(comment.id, ""), comment.author, comment.at, comment.text, comment.quote
            )
            for comment in self.document.comments
        ]
