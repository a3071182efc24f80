"""The form of the text: signs, blanks, bullets, symbols in the place of words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .seen import Finding, Seen

_UNITS = r"ans?|mois|jours?|heures?|h|km|%|enfants|euros|€"
_PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”"}
_MISSING_BLANK = re.compile(
    r"\S*\d(?:ans|mois|jours|heures|enfants|euros)\b|\w[,;](?=[^\W\d_])\S*|\w=(?=\s)|[a-zé]\.[A-ZÉ][a-zé]+"
)
_STRAY = re.compile(r"\S+\s*[,;:]\s*$|\S*(?:,,|;;|\.\s*,|,\s*\.(?!\.)|!!|(?<!\.)\.\.(?!\.))\S*|^\s*[,;.)]\S*")
_SYMBOL = re.compile(r"(?:\S+ ?)?(?:(?<![\d<>=])=(?![=>\d])|=>|->|→|(?<=\s)\+(?=\s)|<|(?<![-=])>)(?: ?\S+){0,3}")
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:\w+/)?[A-Z]\. ?[A-Z]\b\.?|\b(?:pb|qqs?|ts|cad|càd|rdv|nbx|svt|bcp|pr)\b", re.IGNORECASE
)
_BROKEN = (
    re.compile(r"\bdès (?:1er|2e|2nd|\d+e)\b[^.,;]*"),
    re.compile(r"\bde le\b|\bde les\b|\bà le\b|\bà les\b|\b(\w{3,}) \1\b", re.IGNORECASE),
    re.compile(r"^De (?!plus|moins|la|l’|l'|nouve)\w+s\b[^.]*"),
    re.compile(r"\bd[’']outil de\b[^.,;]*|\bprendre en compte de\b[^.,;/]*", re.IGNORECASE),
)
_MIXED_CASE = re.compile(
    r"(?<=[a-zé] )d[’'][A-Z][a-zé]+s\b|(?<=\bla )r[ée]publique\b|(?<=\bl[’'])état\b|(?<=\bl[’'])education nationale\b"
)


def unbalanced(seen: Seen) -> Iterator[Finding]:
    for opening, closing in _PAIRS.items():
        opened, closed = seen.text.count(opening), seen.text.count(closing)
        if opened != closed:
            sign = opening if opened > closed else closing
            at = seen.text.rfind(sign)
            quote = seen.text[at:] if opened > closed else seen.text[: at + 1]
            yield Finding(quote[:120], f"Le signe « {sign} » n’a pas son pareil : un bout de texte a pu se perdre.")


def missing_blank(seen: Seen) -> Iterator[Finding]:
    for match in _MISSING_BLANK.finditer(seen.text):
        if "@" not in match[0] and "http" not in match[0]:
            yield Finding(match[0], "Il manque un blanc.")
            return


def stray_punctuation(seen: Seen) -> Iterator[Finding]:
    match = _STRAY.search(seen.text)
    if match and not match[0].rstrip().endswith(":"):
        yield Finding(match[0], "Un signe de ponctuation est resté seul : la phrase allait sans doute plus loin.")


def telegraphic_symbol(seen: Seen) -> Iterator[Finding]:
    for match in _SYMBOL.finditer(seen.text):
        yield Finding(match[0].strip(), "Un signe remplace des mots : écrivez ce qu’il veut dire.")


def needs_words(finding: Finding) -> bool:
    """« = » between two statements claims that one causes the other: the town must say whether it does."""
    return "=" in finding.quote and len(finding.quote.split()) > 2 and "car" not in finding.quote


def abbreviation(seen: Seen) -> Iterator[Finding]:
    for match in _ABBREVIATION.finditer(seen.text):
        yield Finding(match[0], f"« {match[0]} » est une abréviation : écrivez-la en entier.")


def bullet_lost(seen: Seen) -> Iterator[Finding]:
    if not seen.is_bulleted and seen.column_is_bulleted:
        yield Finding(
            " ".join(seen.text.split()[:4]),
            "La puce a disparu : dites si c’est un point à part entière ou la suite du précédent.",
        )


def broken_syntax(seen: Seen) -> Iterator[Finding]:
    for pattern in _BROKEN:
        match = pattern.search(seen.text)
        if match and not _is_reduplication(match):
            yield Finding(match[0], "La phrase est bancale : un mot manque ou est en trop.")


def inconsistent_case(seen: Seen) -> Iterator[Finding]:
    for match in _MIXED_CASE.finditer(seen.text):
        yield Finding(match[0], "La majuscule n’est pas celle que l’on attend.")


def _is_reduplication(match: re.Match[str]) -> bool:
    """« nous nous », « vous vous » are right."""
    return match[0].lower() in {"nous nous", "vous vous"}
