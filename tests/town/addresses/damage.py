"""What people do to an address when they write it. Each kind of damage is a function of (address, dice)."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from preau.town.addresses.words import TYPES, mended, type_and_name

_ABBREVIATED = {
    "allee": ("all.", "All", "al."), "avenue": ("av", "av.", "Ave", "ave."), "boulevard": ("bd", "Bd.", "bld", "boul."),
    "chemin": ("ch.", "chem.", "che"), "cite": ("cte",), "cours": ("crs",), "impasse": ("imp", "imp."),
    "passage": ("pass.", "psg"), "place": ("pl", "pl.", "Pl"), "residence": ("rés", "rés.", "resid."), "route": ("rte", "Rte."),
    "rue": ("r", "r.", "R."), "ruelle": ("rle",), "square": ("sq", "sq."), "villa": ("vla",), "sente": ("snt",),
}  # fmt: skip
_TITLES = {
    "Saint": "St", "Sainte": "Ste", "Maréchal": "Mal", "Mal": "Maréchal", "Sergent": "Sgt", "Professeur": "Pr",
    "Prolongée": "prol.", "Général": "Gal", "Abbe": "Abbé", "Frères": "Freres",
}  # fmt: skip
_SPELT = {
    "2": "deux",
    "4": "quatre",
    "5": "cinq",
    "8": "huit",
    "11": "onze",
    "14": "quatorze",
    "Onze": "11",
    "Mai": "mai",
}
_ARTICLES = {"de", "du", "des", "la", "le", "les", "l", "d", "a", "à", "aux", "au"}
_FIRST_NAMES = {
    "Jean", "Louis", "Henri", "Paul", "Georges", "Jules", "Marcel", "Roger", "Pierre", "Victor", "Emile", "Léon", "Anatole",
    "Robert", "Auguste", "Edouard", "François", "Gaston", "Arthur", "Albert", "Marie", "Lucie", "Lucien", "Pauline", "Hector",
}  # fmt: skip
_KEYS = dict(zip("azertyuiopqsdfghjklmwxcvbn", "zaretyuioiqsdfghjklwxcvbnm", strict=True))


@dataclass(frozen=True, slots=True)
class Typed:
    """An address as it is being written; ``after`` says that the number comes last."""

    number: str
    suffix: str
    type: str
    name: tuple[str, ...]
    is_number_last: bool = False
    is_type_last: bool = False
    glue: str = " "
    before: str = ""
    after: str = ""

    @property
    def street(self) -> str:
        return f"{self.type} {' '.join(self.name)}"

    @property
    def text(self) -> str:
        number = f"{self.number}{self.suffix and self.glue}{self.suffix}"
        street = [*self.name, self.type] if self.is_type_last else [self.type, *self.name]
        joined = re.sub(r"(\b[lLdD]) (?=\w)", r"\1’", " ".join(filter(None, street)))
        whole = f"{joined} {number}" if self.is_number_last else f"{number} {joined}"
        return " ".join(filter(None, [self.before, whole, self.after]))


type Damage = Callable[[Typed, random.Random], Typed]


def typed(address) -> Typed:
    words = mended(address.street).replace("’", " ").split()
    known = words[0].lower() if _plain(words[0]) in TYPES else ""
    type_ = words[0] if known else ""
    return Typed(str(address.number), address.suffix, type_, tuple(words[1:] if known else words))


def abbreviated(it: Typed, dice: random.Random) -> Typed:
    name = tuple(
        _TITLES.get(word, word)
        for word in " ".join(it.name).replace("Saint-", "St ").replace("Sainte-", "Ste ").split()
    )
    return replace(it, type=dice.choice(_ABBREVIATED.get(_plain(it.type), (it.type,))), name=name)


def unaccented(it: Typed, dice: random.Random) -> Typed:
    change = dice.choice([str.upper, str.lower, str.title, str])
    return replace(it, type=change(_bare(it.type)), name=tuple(change(_bare(word)) for word in it.name))


def number_misplaced(it: Typed, dice: random.Random) -> Typed:
    return replace(it, is_number_last=True, number=dice.choice(["", "", "n°", "n° ", "no "]) + it.number)


def comma(it: Typed, dice: random.Random) -> Typed:
    """« 12, rue » « 12 , rue »."""
    return (
        replace(it, suffix=it.suffix + ",")
        if it.suffix
        else replace(it, number=it.number + dice.choice([",", " ,", " -"]))
    )


def suffix_glued(it: Typed, dice: random.Random) -> Typed:
    short = {"bis": ("bis", "B", "Bis", "b"), "ter": ("ter", "Ter", "T")}.get(it.suffix, (it.suffix, it.suffix.upper()))
    return replace(it, suffix=dice.choice(short), glue=dice.choice(["", " "]))


def type_missing(it: Typed, dice: random.Random) -> Typed:
    return replace(it, type="")


def type_misplaced(it: Typed, dice: random.Random) -> Typed:
    return replace(it, is_type_last=True)


def type_wrong(it: Typed, dice: random.Random) -> Typed:
    return replace(
        it, type=dice.choice([name for name in ("rue", "avenue", "boulevard", "place") if name != _plain(it.type)])
    )


def letter_wrong(it: Typed, dice: random.Random) -> Typed:
    return _struck(it, dice, lambda word, at: word[:at] + _KEYS.get(word[at].lower(), "e") + word[at + 1 :])


def letter_missing(it: Typed, dice: random.Random) -> Typed:
    return _struck(it, dice, lambda word, at: word[:at] + word[at + 1 :])


def letter_doubled(it: Typed, dice: random.Random) -> Typed:
    return _struck(it, dice, lambda word, at: word[:at] + word[at] + word[at:])


def letters_swapped(it: Typed, dice: random.Random) -> Typed:
    return _struck(it, dice, lambda word, at: word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :])


def one_letter(it: Typed, dice: random.Random) -> Typed:
    return dice.choice([letter_wrong, letter_missing, letter_doubled, letters_swapped])(it, dice)


def articles_missing(it: Typed, dice: random.Random) -> Typed:
    left = tuple(word for word in it.name if word.lower() not in _ARTICLES)
    return replace(it, name=left or it.name)


def words_reordered(it: Typed, dice: random.Random) -> Typed:
    """« Jaurès Jean »: only what two or three words of a name allow."""
    told = [word for word in it.name if word.lower() not in _ARTICLES]
    return replace(it, name=(told[-1], *told[:-1])) if len(told) in (2, 3) else it


def first_name_short(it: Typed, dice: random.Random) -> Typed:
    """« J. Jaurès », or « Jaurès »."""
    if len(it.name) < 2 or it.name[0] not in _FIRST_NAMES:
        return it
    return replace(it, name=(*((it.name[0][0] + ".",) if dice.random() < 0.5 else ()), *it.name[1:]))


def numbers_spelt(it: Typed, dice: random.Random) -> Typed:
    return replace(it, name=tuple(_SPELT.get(word, word) for word in it.name))


def hyphens(it: Typed, dice: random.Random) -> Typed:
    """« Jean-Jaurès », « Saint Louis »."""
    told = [word for word in it.name if word.lower() not in _ARTICLES]
    if any("-" in word for word in it.name):
        return replace(it, name=tuple(" ".join(it.name).replace("-", dice.choice([" ", ""])).split()))
    return replace(it, name=("-".join(it.name),)) if len(told) == len(it.name) > 1 else it


def with_town(it: Typed, dice: random.Random) -> Typed:
    after = dice.choice(
        ["Bondy", "93140 Bondy", ", 93140 BONDY", "- Bondy", "à Bondy", "93140", "Bondy, France", "(Bondy)"]
    )
    return replace(it, after=f"{it.after} {after}".strip()) if dice.random() < 0.85 else replace(it, before="Bondy, ")


def inside(it: Typed, dice: random.Random) -> Typed:
    after = dice.choice(["bât B", "appt 12", "apt. 3", "escalier 2", "porte 14", "bat. A3", "hall C", "étage 4"])
    return replace(it, after=f"{after} {it.after}".strip())


ISSUE: tuple[Damage, ...] = (abbreviated, unaccented, number_misplaced, type_misplaced, one_letter)
"""What the requirement names."""
OTHERS: tuple[Damage, ...] = (
    comma, suffix_glued, type_missing, type_wrong, letter_wrong, letter_missing, letter_doubled, letters_swapped,
    articles_missing, words_reordered, first_name_short, numbers_spelt, hyphens, with_town, inside,
)  # fmt: skip


def damaged(address, damages: Iterable[Damage], dice: random.Random, official: frozenset = frozenset()) -> str:
    """What was written. Never exactly another street of the town: nobody could tell that it was not meant."""
    mine = type_and_name(address.street)
    for _ in range(20):
        it = typed(address)
        for damage in damages:
            it = damage(it, dice)
        type_, words = type_and_name(it.street)
        if (type_, tuple(words)) not in official or (type_, words) == mine:
            break
    else:
        return typed(address).text
    return it.text


def _struck(it: Typed, dice: random.Random, strike: Callable[[str, int], str]) -> Typed:
    """In a word of four letters or more, of the name or, one time in five, of the type; never on a figure."""
    long = [at for at, word in enumerate(it.name) if len(word) >= 4 and word.isalpha()]
    if not long or (len(it.type) >= 4 and it.type.isalpha() and dice.random() < 0.2):
        if len(it.type) < 4:
            return it
        return replace(it, type=strike(it.type, dice.randrange(1, len(it.type))))
    at = dice.choice(long)
    word = it.name[at]
    return replace(it, name=(*it.name[:at], strike(word, dice.randrange(1, len(word))), *it.name[at + 1 :]))


def _bare(text: str) -> str:
    return unicodedata.normalize("NFD", text.replace("’", "'")).encode("ascii", "ignore").decode()


def _plain(text: str) -> str:
    return _bare(text).lower()
