"""A copy of the plan to take away: as it stands, or as a version kept it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.text import slugify

from preau.plan.exchange.cover import Cover
from preau.plan.exchange.pdf import write_pdf
from preau.plan.exchange.tables import write_csv, write_xlsx
from preau.plan.exchange.word import write_word
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.replay import moment_of, snapshot_of
from preau.plan.structure.snapshot import PlanSnapshot
from preau.plan.versions.models import PlanVersion

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {"docx": _WORD, "pdf": "application/pdf", "xlsx": _SHEET, "csv": "text/csv; charset=utf-8"}
"""The ending of the file, its media type."""


@dataclass(frozen=True, slots=True)
class PlanCopy:
    name: str
    media_type: str
    data: bytes


def copy_of(
    plan: TerritorialEducationPlan, format: str, *, today: date, version: PlanVersion | None = None, codes: bool = True
) -> PlanCopy:
    """``format`` is a key of FORMATS; ``codes`` writes A1.G2.O3 before each passage (Word only). Changes nothing."""
    if version is None:
        moment = moment_of(plan)  # first: a change that comes between is then seen as already there on return
        snapshot, cover = snapshot_of(plan), cover_of(plan, moment, today)
    else:
        snapshot, cover = version.snapshot, cover_of_version(plan, version)
    return PlanCopy(_name(plan, cover, version, format), FORMATS[format], _written(format, snapshot, cover, codes))


def _written(format: str, snapshot: PlanSnapshot, cover: Cover, codes: bool) -> bytes:
    match format:
        case "docx":
            return write_word(snapshot, cover, codes=codes)
        case "pdf":
            return write_pdf(snapshot, cover)
        case "xlsx":
            return write_xlsx(snapshot, cover.moment)
        case "csv":
            return write_csv(snapshot, cover.moment)
    raise ValueError(format)


def cover_of(plan: TerritorialEducationPlan, moment: int, today: date) -> Cover:
    status = "Texte adopté" if plan.is_adopted else "Texte en cours d’écriture"
    return _cover(plan, moment=moment, made_on=today, status=status)


def cover_of_version(plan: TerritorialEducationPlan, version: PlanVersion) -> Cover:
    return _cover(
        plan,
        moment=version.moment,
        made_on=timezone.localdate(version.made_at),
        status="Texte adopté" if version.is_adopted else f"Version {version.number}, « {version.name} »",
        fingerprint=version.fingerprint if version.is_adopted else "",
    )


def _cover(plan: TerritorialEducationPlan, *, moment: int, made_on: date, status: str, fingerprint: str = "") -> Cover:
    return Cover(
        town=plan.commune.name,
        title=plan.title,
        made_on=made_on,
        moment=moment,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        status=status,
        fingerprint=fingerprint,
    )


def _name(plan: TerritorialEducationPlan, cover: Cover, version: PlanVersion | None, format: str) -> str:
    """projet-educatif-clairval-2026-11-25.docx, with -v2- for a version."""
    kept = f"-v{version.number}" if version else ""
    return f"projet-educatif-{slugify(plan.commune.name)}{kept}-{cover.made_on:%Y-%m-%d}.{format}"
