"""Something is missing: a precision, the end of a list, the words behind an acronym."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .seen import Finding, Seen

_PLACEHOLDER = re.compile(
    r"\([^()]*\b[àa] (?:pr[ée]ciser|compl[ée]ter|d[ée]finir|d[ée]terminer|confirmer|revoir|valider|chiffrer|discuter)\b[^()]*\)"
    r"|\b[àa] (?:pr[ée]ciser|compl[ée]ter|d[ée]terminer|confirmer|v[ée]rifier|chiffrer)\b(?! (?:les?|la|des|cette?|un|nos|leurs?)\b)"
    r"|\?{2,}|\bX{2,}\b|\bxx+\b|_{3,}|\.{5,}|\bTBD\b|\blorem\b|\[\s*(?:…|\.\.\.)?\s*\]",
    re.IGNORECASE,
)
_AUTHOR_NOTE = re.compile(
    r"\((?:notion|id[ée]e|cf|voir|note|nb|n\.b\.|rappel|attention|question)\b[^()]*\)"
    r"|[:;]\s*car\s*=?\s*[^.;]+$|\bNB\s*:|\(\s*\?\s*\)|(?<=\s)=>\s*[^.]+$",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    r"\((?:int[ée]grer|ajouter|supprimer|enlever|retirer|d[ée]placer|reformuler|fusionner|remplacer|d[ée]velopper|"
    r"compl[ée]ter|mettre|garder)\b[^()]*\)",
    re.IGNORECASE,
)
_OPEN_LIST = re.compile(r"(?:\([^()]*)?[\w’',/ \u00a0-]*\w[, ]*(?:…|\.{3,4}|\betc\b\.*)\s*\)?\.?", re.IGNORECASE)
_ACRONYM = re.compile(r"(?<![\w.])(?:[A-Z]{2,}(?:[a-z]?[A-Z]+)*)(?: \d{2,3}\b)?(?!\w|\.\w)")
_DEFINED_AFTER = re.compile(r"\b([A-ZÉ]{2,})\s*\((?=[^()]{8,}\))")
_DEFINED_BEFORE = re.compile(r"\(([A-ZÉ]{2,})\)")

KNOWN = frozenset(
    """
    EAC PEAC PEDT PEL CTG CAF CCAS CIAS PMI MDPH CPAM BIJ PIJ PS ALSH ACM ATSEM AESH RASED PAI PPS GEVA ULIS SEGPA UPE2A
    REP QPV EN IEN DSDEN DASEN SDJES DRAJES DRAC ADAGE EPS UNSS USEP CPE CDI CM CE CP JO BAFA BAFD CLAS CLSH EPCI ESS
    E3D EDD RPE LAEP EAJE CRIP ASE UNICEF ARS INSEE RGPD PDF FALC LSF TIC NTIC TV CNIL AFNOR PIX ENT TSA TDAH HPI SOS
    COPIL COTECH TAM CMJ CME CVL CVC CESC CESCE VAE SNU APS APQ TDJ UAI QF MSA FSL RSA APL CROUS CIO ONISEP PSAD
    """.split()
)
"""Acronyms that people who write such a plan share; each is in the glossary of the trade or of everyday French."""


def placeholder(seen: Seen) -> Iterator[Finding]:
    for match in _PLACEHOLDER.finditer(seen.text):
        yield Finding(match[0], f"« {match[0]} » annonce une précision qui manque : donnez-la, ou retirez ces mots.")


def author_note(seen: Seen) -> Iterator[Finding]:
    for match in _AUTHOR_NOTE.finditer(seen.text):
        yield Finding(match[0].strip(), "Une note de rédaction est restée dans le texte : développez-la ou retirez-la.")


def editorial_instruction(seen: Seen) -> Iterator[Finding]:
    for match in _INSTRUCTION.finditer(seen.text):
        yield Finding(match[0], "Cette consigne s’adresse à la personne qui rédige : appliquez-la, puis retirez-la.")


def open_list(seen: Seen) -> Iterator[Finding]:
    for match in _OPEN_LIST.finditer(seen.text):
        quote = match[0].strip()
        if quote.count(")") > quote.count("("):
            quote = quote.rstrip(".").rstrip().removesuffix(")")
        if quote:
            yield Finding(quote, "La liste reste ouverte : dites si elle est complète, ou ce qu’elle contient d’autre.")


def undefined_acronym(seen: Seen) -> Iterator[Finding]:
    if seen.text.isupper():
        return
    said: set[str] = set()
    for match in _ACRONYM.finditer(seen.text):
        bare = match[0].split(" ")[0]
        if bare.upper() not in KNOWN | seen.defined and bare not in said and not _is_roman(bare):
            said.add(bare)
            yield Finding(
                match[0], f"Le sigle « {match[0]} » n’est expliqué nulle part : écrivez-le en toutes lettres."
            )


def defined_acronyms(texts: list[str]) -> frozenset[str]:
    """Acronyms that the document itself spells out, in either order."""
    found: set[str] = set()
    for text in texts:
        found.update(_DEFINED_AFTER.findall(text))
        found.update(_DEFINED_BEFORE.findall(text))
    return frozenset(found)


def _is_roman(word: str) -> bool:
    return re.fullmatch(r"[IVXLC]+", word) is not None
