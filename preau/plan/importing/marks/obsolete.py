"""Notions that have changed: a dated table. Sources: see the notes of each line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from .seen import Finding, Seen

_CHANGED: tuple[tuple[date, re.Pattern[str], str], ...] = (
    (  # decree of 27 June 2025 on early-years settings, in force on 3 July 2025
        date(2025, 7, 3),
        re.compile(
            r"\b(?:accompagner|aider|initier|apprendre)\b[^.]*\b0\s?[-/à]\s?3\s?ans\b[^.]*\b(?:utilisation|usage|maniement)\b[^.]*\b[ée]crans?\b",
            re.I,
        ),
        "Depuis juillet 2025, les écrans sont interdits avant trois ans dans l’accueil du jeune enfant : dites si l’objectif est de s’en passer.",
    ),
    (  # circulaire Cnaf 2020-01: the CTG replaces the CEJ
        date(2020, 1, 16),
        re.compile(r"\bcontrats? enfance[- ]jeunesse\b|\bCEJ\b", re.I),
        "Le contrat enfance-jeunesse a été remplacé par la convention territoriale globale.",
    ),
    (  # decree 2017-1108, then the Plan mercredi of 2018
        date(2018, 9, 1),
        re.compile(
            r"\bNAP\b|\bTAP\b|\bnouveaux rythmes scolaires\b|\btemps d[’']activit[ée]s p[ée]riscolaires\b", re.I
        ),
        "Les activités nées des rythmes scolaires de 2013 ont cédé la place au Plan mercredi : vérifiez le terme.",
    ),
    (  # service note in the BO of 18 December 2025
        date(2025, 12, 18),
        re.compile(r"\bG[ée]n[ée]ration 2024\b", re.I),
        "Le label Génération 2024 est devenu Génération 2030.",
    ),
    (  # from 1 January 2021 on; CAF, "accueil de loisirs" replaces the centre of old
        date(2006, 7, 26),
        re.compile(r"\bCLSH\b"),
        "Le sigle CLSH n’est plus employé : on dit accueil de loisirs (ALSH).",
    ),
)


def possibly_obsolete(seen: Seen) -> Iterator[Finding]:
    for since, pattern, reason in _CHANGED:
        match = pattern.search(seen.text)
        if match and seen.today >= since:
            yield Finding(match[0], reason)
