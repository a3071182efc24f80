"""The report as a Word document: the committee reads it, and may go on writing in it."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.shared import Mm, Pt, RGBColor

from preau.foundation.charts import Chart
from preau.foundation.charts.pictures import picture
from preau.foundation.design.typography import display
from preau.foundation.documents.word_house import (
    add_bookmark,
    add_contents,
    add_header_row,
    add_picture,
    add_rules,
    plain,
    set_caption,
)

from .model import (
    AxisPart,
    Count,
    EffectPart,
    FigurePart,
    GeneralPart,
    Lesson,
    ObjectivePart,
    Report,
    SurveyPart,
    VerdictPart,
)
from .sections import FRAME, SOURCE_HEADS, WORDS
from .wordstyles import ANSWER, CELL, LEAD, SAID, SMALL, TITLE, VERDICT, VERDICT_INKS, axis_colour, prepare

_WIDE, _NARROW = 478.0, 340.0
"""Points: of a chart over the page, and of one of a figure."""


def write_word(report: Report) -> bytes:
    document = Document()
    prepare(document, report)
    _Writer(document, report).everything()
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


class _Writer:
    def __init__(self, document: Any, report: Report) -> None:
        self._document, self._report = document, report
        self._entries: list[tuple[int, str, str]] = []
        self._words = {key: str(words) % {"day": report.made_on} for key, words in WORDS.items()}

    def everything(self) -> None:
        report, words = self._report, self._words
        self._cover()
        contents = self._paragraph("", style=LEAD)
        contents.add_run(words["contents"]).bold = True
        for axis in report.axes:
            self._axis(axis)
        if report.surveys:
            self._heading(1, words["surveys"], new_page=True)
            for survey in report.surveys:
                self._survey(survey)
        self._sources()
        add_contents(contents, self._entries, "1-2")

    # The first page ---------------------------------------------------------------------------------------------

    def _cover(self) -> None:
        report, words = self._report, self._words
        self._paragraph(report.title, style=TITLE)
        self._paragraph(report.status, style=LEAD)
        self._paragraph(" · ".join(filter(None, (report.town, words["state_on"], report.address))), style=SMALL)
        if report.conclusion:
            self._heading(1, words["conclusion"])
            self._paragraph(report.conclusion, style=LEAD)
        if report.concluded:
            self._heading(1, words["verdicts"])
            self._paragraph(words["verdicts_lead"])
            self._counts(report.counts)
            if report.without_verdict:
                self._paragraph(f"{words['without']} {report.without_verdict}", style=SMALL)
            if report.verdicts:
                self._drawing(report.verdicts, _WIDE)
                table = report.verdicts.table
                self._table(table.caption, table.heads, [(row.name, *row.cells) for row in table.rows])
        told = [(str(name), getattr(report, key)) for key, name in FRAME if getattr(report, key)]
        if told:
            self._heading(1, words["frame"])
            for name, text in told:
                self._named(name, text)

    def _counts(self, counts: Sequence[Count]) -> None:
        for each in counts:
            line = self._paragraph("", style=VERDICT)
            run = line.add_run(display(f"{each.sign} {each.label} : {each.count}"))
            run.font.color.rgb = RGBColor.from_string(VERDICT_INKS[each.kind])

    # An axis ----------------------------------------------------------------------------------------------------

    def _axis(self, axis: AxisPart) -> None:
        words = self._words
        self._heading(1, f"{words['axis']} {axis.number} : {axis.text}", colour=axis_colour(axis.number), new_page=True)
        self._counts([each for each in axis.counts if each.count])
        self._lessons(words["learnt"], axis.learnt)
        self._lessons(words["change"], axis.changes)
        for general in axis.generals:
            self._general(general, axis.number)

    def _lessons(self, name: str, lessons: Sequence[Lesson]) -> None:
        if not lessons:
            return
        self._paragraph("").add_run(display(name)).bold = True
        for each in lessons:
            self._bullet(each.words, code=each.code)

    def _general(self, general: GeneralPart, axis: int) -> None:
        words = self._words
        self._heading(2, general.text, code=general.code)
        told = [each for each in general.objectives if each.has_something]
        bare = [each for each in general.objectives if not each.has_something]
        if told:
            self._part(words["objectives"], axis)
        for objective in told:
            self._objective(objective)
        if bare:
            self._paragraph(words["no_action"], style=SMALL)
            for objective in bare:
                self._bullet(objective.text, code=objective.code)
        if general.effects:
            self._part(words["effects"], axis)
        for effect in general.told:
            self._effect(effect)
        if general.unmeasured:
            self._led(words["unmeasured"])
        for part in general.unmeasured:
            self._lines(part.why, part.effects)
        self._lines(words["silent"], general.silent)

    def _lines(self, name: str, effects: Sequence[EffectPart]) -> None:
        if effects:
            self._paragraph(name, style=SMALL).paragraph_format.keep_with_next = True
        for effect in effects:
            self._bullet(effect.text, code=effect.code)

    def _led(self, name: str) -> None:
        lead = self._paragraph("")
        lead.paragraph_format.keep_with_next = True
        lead.add_run(display(name)).bold = True

    def _part(self, name: str, axis: int) -> None:
        paragraph = self._paragraph("")
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run(display(name))
        run.bold, run.font.size, run.font.color.rgb = True, Pt(12), axis_colour(axis)

    def _objective(self, objective: ObjectivePart) -> None:
        words = self._words
        self._heading(3, objective.text, code=objective.code)
        if objective.carrier:
            carried = self._paragraph(f"{words['carried']} {objective.carrier}", style=SMALL)
            carried.paragraph_format.keep_with_next = objective.has_something
        for action in objective.actions:
            line = self._bullet("")
            line.add_run(display(plain(action.title))).bold = True
            about = " · ".join(filter(None, (action.code, action.state, action.sides)))
            line.add_run(f" ({display(plain(about))})").font.size = Pt(8.5)
            if action.done:
                _say(line, "\n" + action.done)
        for each in objective.contributions:
            self._paragraph("", style=SAID).add_run(
                display(f"{words['contribution']} : {plain(each.side)}")
            ).bold = True
            for asked, answer in each.words:
                self._paragraph(f"{asked} : {answer}", style=SAID)
            if each.how:
                self._paragraph(f"{words['gathered']} {each.how}", style=SAID)

    # An effect --------------------------------------------------------------------------------------------------

    def _effect(self, effect: EffectPart) -> None:
        words = self._words
        self._heading(3, effect.text, code=effect.code)
        verdict = effect.verdict
        if verdict:
            self._verdict(verdict)
        for each in effect.dissents:
            lead = f"{words['dissent']} : {each.side}, {words['signed']} {each.signed}"
            self._paragraph("", style=SAID).add_run(display(plain(lead))).bold = True
            self._paragraph(each.words, style=SAID)
        if verdict:
            self._named(words["learnt"], verdict.learnt)
            self._named(words["change"], verdict.change)
        for figure in effect.figures:
            self._figure(figure)

    def _verdict(self, verdict: VerdictPart) -> None:
        words = self._words
        line = self._paragraph("", style=VERDICT)
        line.paragraph_format.keep_with_next = True
        run = line.add_run(display(f"{verdict.sign} {verdict.label}"))
        run.font.color.rgb = RGBColor.from_string(VERDICT_INKS[verdict.kind])
        because = f" : {verdict.reason}" if verdict.reason else ""
        self._paragraph(f"{words['strength']} {verdict.strength}{because}", style=SMALL)
        self._paragraph(verdict.narrative)
        if verdict.note:
            self._paragraph(verdict.note, style=SMALL)

    def _figure(self, figure: FigurePart) -> None:
        words = self._words
        self._heading(4, figure.title)
        answer = self._paragraph(figure.words, style=ANSWER)
        answer.paragraph_format.keep_with_next = True
        if figure.among:
            run = answer.add_run(f"  {display(figure.among)}")
            run.bold, run.font.size = False, Pt(9)
        if figure.why_not:
            self._paragraph(figure.why_not, style=SMALL)
        if figure.chart:
            self._drawing(figure.chart, _NARROW)
            self._across(figure.chart)
            for note in figure.chart.notes:
                self._paragraph(note, style=SMALL)
        self._paragraph(f"{words['counted']} {figure.measure}.", style=SMALL)
        for aim in filter(None, (figure.target, figure.next_target)):
            self._paragraph(f"{aim}.", style=SMALL)
        if figure.doubts:
            self._paragraph(f"{words['doubts']} {figure.doubts}", style=SMALL)
        self._paragraph(f"{words['source']} {figure.source}, {figure.span}.", style=SMALL)

    # Surveys and sources ----------------------------------------------------------------------------------------

    def _survey(self, survey: SurveyPart) -> None:
        self._heading(2, survey.title)
        self._paragraph(survey.about)
        for each in survey.questions:
            self._heading(3, each.words)
            self._paragraph(each.respondents)
            if each.answers:
                rows = [(answer.words, answer.count) for answer in each.answers]
                self._table(each.words, (self._words["answer"], self._words["share"]), rows)

    def _sources(self) -> None:
        words = self._words
        self._heading(1, words["sources"], new_page=True)
        self._paragraph(words["sources_lead"])
        rows = [
            (each.key, each.title, each.words, each.span, each.origin, each.measure) for each in self._report.figures
        ]
        if not rows:
            self._paragraph(words["no_figure"])
            return
        heads = tuple(words[key] for key in SOURCE_HEADS)
        self._table(words["sources"], heads, rows, widths=(34, 30, 22, 22, 28, 38))

    # What they are written with ---------------------------------------------------------------------------------

    def _paragraph(self, text: str, *, style: str = "Normal") -> Any:
        paragraph = self._document.add_paragraph()
        _dress(paragraph, style)
        if text:
            _say(paragraph, text)
        return paragraph

    def _bullet(self, text: str, *, code: str = "") -> Any:
        paragraph = self._document.add_paragraph()
        _dress(paragraph, "ListBullet")
        if code:
            paragraph.add_run(f"{code} ").font.size = Pt(8)
        if text:
            _say(paragraph, text)
        return paragraph

    def _named(self, name: str, text: str) -> None:
        if not text:
            return
        lead = self._paragraph("")
        lead.add_run(display(name)).bold = True
        _say(lead, "\n" + text)

    def _heading(
        self, level: int, text: str, *, code: str = "", colour: RGBColor | None = None, new_page: bool = False
    ) -> None:
        heading = self._document.add_paragraph()
        _dress(heading, f"Heading{level}")
        heading.paragraph_format.page_break_before = new_page
        if code:
            lead = heading.add_run(f"{code} ")
            lead.font.size, lead.bold = Pt(8), False
        run = heading.add_run(display(plain(" ".join(text.split()))))
        if colour is not None:
            run.font.color.rgb = colour
        if level <= 2:
            mark = f"_Toc{len(self._entries) + 1:08d}"
            add_bookmark(heading, mark, len(self._entries) + 1)
            self._entries.append((level, display(f"{code} {text}".strip()), mark))

    def _drawing(self, chart: Chart, width: float) -> None:
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        add_picture(paragraph, picture(chart, width), width, title=display(chart.title), said=display(chart.said))

    def _across(self, chart: Chart) -> None:
        """Years across: one line of numbers under one line of years reads as the chart does."""
        table = chart.table
        heads = (table.heads[0], *(row.name for row in table.rows))
        rows = [(head, *(row.cells[rank] for row in table.rows)) for rank, head in enumerate(table.heads[1:])]
        self._table(table.caption, heads, rows)

    def _table(
        self, caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int] = ()
    ) -> None:
        table = self._document.add_table(rows=0, cols=len(heads))
        if widths:
            table.autofit = False
            for column, width in zip(table.columns, widths, strict=True):
                column.width = Mm(width)
        for rank, line in enumerate((heads, *rows)):
            for place, (cell, text) in enumerate(zip(table.add_row().cells, line, strict=True)):
                if widths:
                    cell.width = Mm(widths[place])
                paragraph = cell.paragraphs[0]
                _dress(paragraph, CELL)
                _say(paragraph, text, bold=rank == 0)
        add_header_row(table)
        add_rules(table)
        set_caption(table, display(caption))
        self._paragraph("", style=SMALL)


def _dress(paragraph: Any, style: str) -> None:
    """By its identifier: python-docx would read all styles again for each paragraph."""
    if style != "Normal":
        paragraph._p.style = style


def _say(paragraph: Any, text: str, *, bold: bool = False) -> None:
    """Line breaks of theirs are line breaks here."""
    for rank, line in enumerate(plain(text).split("\n")):
        run = paragraph.add_run()
        if rank:
            run.add_break()
        run.add_text(display(line))
        run.bold = bold or None
