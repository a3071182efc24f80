"""The report of an evaluation and the files that are made of it. For every surface."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.http import FileResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.observatory.evaluation.models import Evaluation
from preau.observatory.evaluation.report.family import write_family_pdf, write_poster
from preau.observatory.evaluation.report.filling import report_of
from preau.observatory.evaluation.report.model import Report
from preau.observatory.evaluation.report.pdf import write_pdf
from preau.observatory.evaluation.report.word import write_word

from .evaluation import told

_PDF = "application/pdf"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Support:
    """What the report is written on. ``needs_adoption``: not before the committee has spoken."""

    name: str
    label: str | Promise
    about: str | Promise
    write: Callable[[Report], bytes]
    media_type: str = _PDF
    needs_adoption: bool = False

    def file_name(self, evaluation: Evaluation) -> str:
        stem, _dot, ending = self.name.partition(".")
        return f"{stem}-{evaluation.year_name}.{ending}"


SUPPORTS = {
    each.name: each
    for each in (
        Support("rapport.pdf", _("Le rapport en PDF"), _("À lire et à imprimer, avec la source de chaque chiffre."),
                write_pdf),
        Support("rapport.docx", _("Le rapport en Word"), _("À compléter ou à mettre en page autrement."), write_word,
                _WORD),
        Support("familles.pdf", _("Quatre pages pour les familles"), _("En mots simples, à distribuer."),
                write_family_pdf, needs_adoption=True),
        Support("affiche.pdf", _("L’affiche"), _("Une page A4, pour un mur ou une vitrine."), write_poster,
                needs_adoption=True),
    )
}  # fmt: skip


def report_for(evaluation: Evaluation, today: date) -> Report:
    site = urlsplit(settings.SITE_URL)
    return report_of(told(evaluation, today), today, f"{site.netloc}{site.path}{reverse('public:changes')}")


def supports_of(evaluation: Evaluation) -> list[Support]:
    return [each for each in SUPPORTS.values() if evaluation.is_settled or not each.needs_adoption]


def sent(data: bytes, support: Support, evaluation: Evaluation) -> FileResponse:
    answer = FileResponse(
        BytesIO(data), as_attachment=True, filename=support.file_name(evaluation), content_type=support.media_type
    )
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer
