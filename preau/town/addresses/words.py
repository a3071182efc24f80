"""The words of a street's name, the same however people write them: no accent, no abbreviation, numbers in figures."""

from __future__ import annotations

import re

from preau.foundation.text.search import folded

_PIECE = re.compile(r"[a-z]+|[0-9]+")

TYPES: dict[str, str] = {
    short: full
    for full, shorts in {
        "allee": "all al allees ale",
        "avenue": "av ave aven avn",
        "boulevard": "bd bld blvd boul bvd bvrd",
        "carrefour": "car carr crf",
        "chaussee": "chs chau",
        "chemin": "ch che chem cmn cheminement",
        "cite": "cte",
        "clos": "",
        "corniche": "",
        "cour": "",
        "cours": "crs crss",
        "domaine": "dom",
        "escalier": "",
        "esplanade": "esp espl",
        "faubourg": "fg fbg faub",
        "hameau": "ham hm",
        "impasse": "imp ip",
        "lotissement": "lot",
        "mail": "",
        "montee": "mte mnt",
        "parc": "",
        "parvis": "prv",
        "passage": "pass pas psg pge",
        "passerelle": "",
        "place": "pl plc",
        "placette": "",
        "port": "",
        "promenade": "prom",
        "quai": "q qu",
        "quartier": "qua quart",
        "residence": "res resid rce",
        "rondpoint": "rpt rp",
        "route": "rte",
        "rue": "r ru",
        "ruelle": "rle rlle",
        "sente": "sent snt",
        "sentier": "sen stier",
        "square": "sq sqr",
        "traverse": "tra trav",
        "venelle": "ven",
        "villa": "vla vl",
        "voie": "vc",
    }.items()
    for short in (full, *shorts.split())
}
"""What may stand before a street's name, short or whole, to the whole word."""

_SAME = {
    short: full
    for full, shorts in {
        "saint": "st sainte ste saints sts saintes stes",
        "general": "gal gral gen",
        "marechal": "mal mar",
        "commandant": "cdt cmdt cdant",
        "colonel": "col cel",
        "capitaine": "cap cne capt",
        "lieutenant": "lt ltn",
        "sergent": "sgt sgent",
        "docteur": "dr doct",
        "professeur": "prof pr pf",
        "president": "pdt pres pt",
        "abbe": "abb",
        "monseigneur": "mgr",
        "maitre": "me",
        "madame": "mme",
        "prolongee": "prol prolonge prolong",
        "0": "zero",
        "1": "un 1er premier premiere",
        "2": "deux deuxieme second seconde",
        "3": "trois troisieme",
        "4": "quatre quatrieme",
        "5": "cinq cinquieme",
        "6": "six sixieme",
        "7": "sept septieme",
        "8": "huit huitieme",
        "9": "neuf neuvieme",
        "10": "dix",
        "11": "onze",
        "12": "douze",
        "13": "treize",
        "14": "quatorze",
        "15": "quinze",
        "16": "seize",
        "19": "dixneuf",
        "20": "vingt",
        "janvier": "janv",
        "fevrier": "fev fevr",
        "juillet": "juil",
        "septembre": "sept7 7bre",
        "octobre": "oct 8bre",
        "novembre": "nov 9bre",
        "decembre": "dec",
    }.items()
    for short in shorts.split()
}
_SILENT = frozenset("a au aux d de des du en et l la le les sur sous".split())
_ORDINAL = frozenset({"er", "ere", "e", "eme", "ieme", "nd", "nde", "d"})


def mended(text: str) -> str:
    """UTF-8 that some tool once took for Windows text (``AllÃ©e``), put right; any other text as it stands."""
    if "Ã" not in text and "â€" not in text:
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def pieces(text: str) -> list[str]:
    """Runs of letters and runs of figures, in their order: ``12bis, rue de l’Été`` → 12 bis rue de l ete."""
    return _PIECE.findall(folded(text.replace("°", "o ")))


def plain(word: str) -> str:
    """The word that an abbreviation stands for."""
    return _SAME.get(word, word.lstrip("0") or "0" if word.isdigit() else word)


def telling(parts: list[str]) -> list[str]:
    """The words that carry the name: without articles, whole words for abbreviations, figures for ordinals."""
    kept = []
    for before, part in zip(["", *parts], parts, strict=False):
        if part in _SILENT or (before.isdigit() and part in _ORDINAL):
            continue
        kept.append(plain(part))
    return kept


def type_and_name(street: str) -> tuple[str, list[str]]:
    """(whole type or "", telling words) of an official name: ``Av du Mal Foch`` → avenue, marechal foch."""
    parts = pieces(mended(street))
    if parts[:2] == ["rond", "point"]:
        return TYPES["rondpoint"], telling(parts[2:])
    if len(parts) > 1 and parts[0] in TYPES:
        return TYPES[parts[0]], telling(parts[1:])
    return "", telling(parts)
