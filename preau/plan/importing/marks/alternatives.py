"""Two wordings where one was meant to stay: joined by « ou », by a slash, or by a change that nobody decided."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.fuzz import token_set_ratio

from preau.plan.importing.wording import parts_of

from .seen import Finding, Seen

_VERB = r"[A-ZÉÈÊÀÎa-zéèêàîôûç’-]{1,}(?:er|ir|oir|ire|dre|tre|vre|pre|clure|aincre)"
_NOT_VERBS = frozenset(
    """
    premier dernier atelier quartier métier papier cahier calendrier particulier régulier familier scolaire périscolaire
    extrascolaire culturer lire avenir loisir plaisir souvenir désir territoire mémoire histoire pouvoir savoir devoir
    centre cadre ordre autre notre votre entre contre libre propre membre nombre livre chiffre rencontre théâtre maître
    être pair titre offre genre semestre trimestre élémentaire primaire secondaire nécessaire solidaire partenaire maire
    bénévolaire annuaire horaire salaire populaire sanitaire volontaire moniteur hier mer fer cher hiver danger passager
    écolier goûter déjeuner dîner dossier chantier foyer financier ouvrier matière manière lumière première dernière mère
    père frère pierre terre guerre verre faire-part anniversaire ressource culture lecture nature structure aventure
    écriture peinture architecture ouverture couverture posture mesure
    """.split()
)
_OU = re.compile(rf"\bou (?=[A-ZÉÈÊÀÎ])({_VERB})\b")
_AND_CAPITAL = re.compile(rf"\b(?:et|puis|ainsi que) ([A-ZÉÈÊÀÎ]{_VERB})\b")
_TWO_VERBS = re.compile(rf"(?:^|[.;:] )({_VERB}) ([A-ZÉÈÊÀÎ]?{_VERB})\b")
_SLASH_PAIR = re.compile(r"\b(?:[Uu]ne?|[Ll]es?|[Ll]a|des|du|aux?|ce|cette|ces)\s+([\w’-]{4,}\s?/\s?[\w’-]{4,})")
_SLASH_VERB = re.compile(rf"\S[^.;/]{{8,}}/\s?({_VERB})\b[^.;]*")
_TWO_RANGES = re.compile(
    r"\b(?:pour |de |des )?(?:les |des )?\d+\s?[/-]\s?\d+\s?(?:ans|mois)? (?:les|des|pour les|de) \d+\s?[/-]\s?\d+\s?(?:ans|mois)?"
)
_DETERMINER = r"(?:un|une|le|la|les|des|tous les|toutes les|ce|cette|leurs?|nos|vos)"
_REPEATED_NOUN = re.compile(
    rf"\b({_DETERMINER} (?:\w+ )?(\w{{5,}}?)s?) (?:à |de |pour |par )?((?:{_DETERMINER} )(?:\w+ )?\2s?)\b"
)
_TWO_NOUNS = re.compile(r"\b(?:une?|le|la|ce|cette) (\w+) (\w+) (\w+)")
_PROCESS = frozenset(
    [
        "projet",
        "démarche",
        "plan",
        "programme",
        "protocole",
        "dispositif",
        "charte",
        "action",
        "procédure",
        "schéma",
        "stratégie",
    ]
)


def _is_verb(word: str) -> bool:
    return word.lower() not in _NOT_VERBS and re.fullmatch(_VERB, word) is not None


def joined_by_ou(seen: Seen) -> Iterator[Finding]:
    for match in _OU.finditer(seen.text):
        if _is_verb(match[1]):
            yield Finding(
                seen.text[match.start() :].rstrip("."),
                "Deux formulations sont reliées par « ou » : gardez celle que vous choisissez.",
            )


def merged_by_tracked_change(seen: Seen) -> Iterator[Finding]:
    for match in _AND_CAPITAL.finditer(seen.text):
        if _is_verb(match[1]):
            yield Finding(
                match[0],
                "Une majuscule en pleine phrase : deux objectifs semblent avoir été collés. Séparez-les ou relisez-les.",
            )


def two_verbs_in_a_row(seen: Seen) -> Iterator[Finding]:
    for match in _TWO_VERBS.finditer(seen.text):
        if match[2][0].isupper() and _is_verb(match[1]) and _is_verb(match[2]):
            yield Finding(
                f"{match[1]} {match[2]}", "Deux verbes se suivent : l’un devait remplacer l’autre. Gardez le bon."
            )
    for pattern in (_TWO_RANGES, _REPEATED_NOUN):
        for match in pattern.finditer(seen.text):
            yield Finding(match[0], "L’ancien et le nouveau texte semblent être restés côte à côte : gardez le bon.")
    for match in _TWO_NOUNS.finditer(seen.text):
        if match[1].lower() in _PROCESS and match[2].lower() in _PROCESS:
            yield Finding(
                match[0], f"« {match[1]} » et « {match[2]} » se suivent : l’un devait remplacer l’autre. Gardez le bon."
            )


def joined_by_a_slash(seen: Seen) -> Iterator[Finding]:
    for match in _SLASH_VERB.finditer(seen.text):
        if _is_verb(match[1]):
            yield Finding(match[0], "Deux formulations sont séparées par une barre : gardez celle que vous choisissez.")
            return
    for match in _SLASH_PAIR.finditer(seen.text):
        if not re.search(r"\d", match[1]):
            yield Finding(match[0], f"« {match[1]} » laisse le choix entre deux mots : gardez le bon.")


def sentences_that_say_the_same(seen: Seen) -> Iterator[Finding]:
    parts = parts_of(seen.text)
    if len(parts) == 2 and _same_subject(*parts):
        yield Finding(
            seen.text,
            "Deux phrases disent presque la même chose, l’ancienne et la nouvelle sans doute : gardez-en une.",
        )


def two_sentences(seen: Seen) -> Iterator[Finding]:
    parts = parts_of(seen.text)
    if len(parts) >= 2 and not (len(parts) == 2 and _same_subject(*parts)):
        yield Finding(
            parts[1], "Ce point réunit plusieurs phrases : dites s’il s’agit d’un seul objectif ou de plusieurs."
        )


def _same_subject(one: str, other: str) -> bool:
    return token_set_ratio(_content(one), _content(other)) >= 75


def _content(text: str) -> str:
    return " ".join(word for word in re.findall(r"\w+", text.lower()) if len(word) > 3)
