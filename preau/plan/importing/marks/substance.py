"""What the words commit to: an output taken for an effect, a verb that promises nothing, a word nobody defined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from preau.plan.importing.draft import ItemKind

from .alternatives import _is_verb
from .seen import Finding, Seen

_QUOTED = re.compile(r"«\s*([^«»]{2,25}?)\s*»|“([^”]{2,25})”|\"([^\"]{2,25})\"")
_OUTPUT = re.compile(
    r"(?:^|\b(?:EPS|EAC|et|:) )(?:(?:La |Une? |Des |Les )?(?:mise en (?:place|œuvre|oeuvre)|cr[ée]ation|signature|r[ée]daction|"
    r"ouverture d[’'u]|labellisation|inscription|organisation|[ée]laboration|r[ée]alisation|installation|achat|"
    r"recrutement|publication|[ée]dition|diffusion d[’'u]|adoption|d[ée]signation|nomination)\b"
    r"|(?:Des |Une? |Les )?(?:fiches?|conventions?|r[ée]unions?|moments? d[ée]di[ée]s?|engagements?|guides?|plaquettes?|chartes?|"
    r"comit[ée]s?|commissions?|formations?|outils?|supports?) (?!plus\b|mieux\b)[^.]{4,})",
    re.IGNORECASE,
)
_PRACTICE = re.compile(r"nouvelles? (?:pratiques|exp[ée]riences)", re.IGNORECASE)
_NON_COMMITTAL = re.compile(
    r"^(?:R[ée]fl[ée]chir (?:à|sur|aux?)|Envisager|[ÉE]tudier (?:la possibilit[ée]|l[’']opportunit[ée])|Tenter de|Essayer de|"
    r"Chercher à|Penser à|Se questionner sur|S[’']interroger sur|Explorer|Viser à)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\bculture g[ée]n[ée]rale\b|\b(?:modifications?|changements?|[ée]volutions?) (?:de|des) (?:comportements?|mentalit[ée]s)\b[^.,;]*"
    r"|\bbien-être g[ée]n[ée]ral\b|\bsavoir-être\b|\bd[ée]crocheurs?\b|\b[ée]panouissement\b(?! scolaire)|\bciviliser\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:cet|cette|ces) (?:m[êe]mes? )?(?:objectifs?|actions?|mesures?|d[ée]marches?|point)\b|\bsa d[ée]couverte\b|\bce dernier\b|\bcelui-ci\b|"
    r"\b(?:pour|permettre) (?:sa|son|leur) (?:d[ée]couverte|acc[èe]s|prise en compte)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d/-])(20[0-4]\d)(?:\s?[-/]\s?(20[0-4]\d))?(?!\d)")


def scare_quotes(seen: Seen) -> Iterator[Finding]:
    for match in _QUOTED.finditer(seen.text):
        inside = next(group for group in match.groups() if group)
        if len(inside.split()) <= 2 and inside[:1].islower():
            yield Finding(match[0], f"« {inside.strip()} » est entre guillemets : dites ce que le mot veut dire ici.")


def effect_is_an_output(seen: Seen) -> Iterator[Finding]:
    match = _OUTPUT.search(seen.text) if seen.kind is ItemKind.EFFECT else None
    if match and not _PRACTICE.search(seen.text):
        yield Finding(
            match[0].strip(), "C’est une réalisation, pas un effet : dites ce qu’elle doit changer, et pour qui."
        )


def effect_phrased_as_objective(seen: Seen) -> Iterator[Finding]:
    if seen.kind is ItemKind.EFFECT and seen.text.split():
        first = seen.text.split()[0]
        if _is_verb(first) and first[0].isupper():
            quote = " ".join(seen.text.split(" ")[:4])
            yield Finding(quote, "Cet effet est écrit comme un objectif : dites ce qui aura changé.")


def non_committal_verb(seen: Seen) -> Iterator[Finding]:
    match = _NON_COMMITTAL.match(seen.text)
    following = seen.text[match.end() :].split() if match else []
    if match and not (following and following[0][:1].isupper()):
        yield Finding(match[0], f"« {match[0]} » n’engage à rien : dites ce qui sera fait.")


def not_measurable(seen: Seen) -> Iterator[Finding]:
    match = _VAGUE.search(seen.text) if seen.kind is ItemKind.EFFECT else None
    if match:
        yield Finding(
            match[0],
            f"« {match[0]} » ne se mesure pas tel quel à l’échelle d’une ville : dites ce que vous regarderez.",
        )


def unclear_reference(seen: Seen) -> Iterator[Finding]:
    for match in _REFERENCE.finditer(seen.text):
        yield Finding(match[0], f"« {match[0]} » : dites de quoi il s’agit, sans renvoyer à un autre point.")


def dated_example(seen: Seen) -> Iterator[Finding]:
    for match in _YEAR.finditer(seen.text):
        if int(match[2] or match[1]) < seen.today.year:
            yield Finding(match[0], f"{match[0]} est déjà passé : mettez la date à jour ou retirez l’exemple.")
