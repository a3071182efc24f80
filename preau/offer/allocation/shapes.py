"""JSON taken apart strictly: what is missing, too much or of another kind is told in one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from .errors import BadFile

LONGEST_KEY = 200


def load(data: str | bytes) -> dict[str, Any]:
    """Raises BadFile."""
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
    except UnicodeDecodeError:
        raise BadFile("Ce fichier n’est pas du texte en UTF-8.") from None
    if not text.strip():
        raise BadFile("Ce fichier est vide.")
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_float=_no_float, parse_constant=_no_float)
    except json.JSONDecodeError as error:
        raise BadFile(f"Ce fichier n’est pas du JSON : ligne {error.lineno}, caractère {error.colno}.") from None
    except RecursionError:
        raise BadFile("Ce fichier a trop de niveaux.") from None
    except ValueError:
        raise BadFile("Ce fichier contient un nombre bien trop long.") from None
    if not isinstance(value, dict):
        raise BadFile("Ce fichier devrait être un objet JSON, avec ses règles, ses offres et ses demandes.")
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise BadFile(f"« {name} » est écrit deux fois au même endroit.")
        found[name] = value
    return found


def _no_float(text: str) -> Any:
    raise BadFile(f"« {text} » n’est pas un nombre entier.")


def fields(value: Any, where: str, needed: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadFile(f"{where} : un objet est attendu.")
    for name in value:
        if name not in needed and name not in optional:
            raise BadFile(f"{where} : « {name} » n’est pas un champ connu.")
    for name in needed:
        if name not in value:
            raise BadFile(f"{where} : il manque « {name} ».")
    return value


def text(value: Any, where: str, *, may_be_empty: bool = False) -> str:
    if not isinstance(value, str):
        raise BadFile(f"{where} : un texte est attendu.")
    if not value and not may_be_empty:
        raise BadFile(f"{where} : ce texte ne peut pas être vide.")
    if len(value) > LONGEST_KEY or not value.isprintable():
        raise BadFile(f"{where} : ce texte a plus de {LONGEST_KEY} caractères, ou des caractères invisibles.")
    return value


def whole(value: Any, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadFile(f"{where} : un nombre entier est attendu.")
    return value


def truth(value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        raise BadFile(f"{where} : true ou false est attendu.")
    return value


def one_of[E: StrEnum](value: Any, choices: type[E], where: str) -> E:
    if value not in list(choices):
        raise BadFile(f"{where} : l’une de ces valeurs est attendue : {', '.join(choices)}.")
    return choices(value)


def items[T](value: Any, where: str, take: Callable[[Any, str], T]) -> tuple[T, ...]:
    if not isinstance(value, list):
        raise BadFile(f"{where} : une liste est attendue.")
    return tuple(take(each, f"{where}, n° {place}") for place, each in enumerate(value, 1))


def triple(value: Any, where: str) -> list[Any]:
    if not isinstance(value, list) or len(value) != 3:
        raise BadFile(f"{where} : une liste de trois valeurs est attendue.")
    return value
