"""A case of the engine as a family reads it: what happened, what would have changed it, on what it rests (f.5).

Written in French and kept at the decision; nothing is worked out again later. One idea a sentence, and no word of the
engine: a class is a priority, of which there is a first and a last; a cut-off is the last child who has a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.offer import allocation as engine

from .criteria import KNOWN
from .models import CampaignOffer, CaseExplanation

Reason, Result = engine.Reason, engine.Result


@dataclass(frozen=True, slots=True)
class Again:
    """What a second round knows of one application: ``ranks``, from those of its file to those that the family wrote;
    ``kept``, ``moved`` and ``left``, offers where the place was its own already, replaces one it had, is that one."""

    ranks: Mapping[int, int]
    kept: Set[str]
    moved: Set[str]
    left: Set[str]

    def given(self, offer: str) -> str:
        """How the place is theirs without a question; empty where one is asked, or where there is none."""
        return "kept" if offer in self.kept else "moved" if offer in self.moved else ""


def words_of(
    case: engine.Case, offers: Mapping[str, CampaignOffer], rules: Sequence[str], again: Again | None = None
) -> str:
    """A line for each offer of the wish, after a first one that says the result. ``rules``: labels of the classes."""
    lines = [_again(case, offers, again) or _result(case, offers)]
    lines += [_part(part, case, offers[part.offer.key], rules) for part in case.parts]
    return "\n".join(line for line in lines if line)


def discreet(case: CaseExplanation, names: Mapping[str, str]) -> list[str]:
    """For a guardian of another home than the one that asked: result, counts and rank, as they were kept.

    The class, the reserve and what would have changed it tell where that home lives, what it earns, who lives there.
    ``names``: by code of offer.
    """
    lines = [case.words.partition("\n")[0]]
    for part in case.content["parts"]:
        name = names.get(part["offer"], "")
        told = [_counts(name, part["seats"], part["asked"])]
        if part["waiting_rank"] and case.result != Result.NOT_NEEDED:
            told.append(_waits(part["waiting_rank"]))
        lines.append(" ".join(told))
    lines.append(
        _("La suite de l’explication repose sur des renseignements du foyer qui a demandé : elle ne se lit que là.")
    )
    return lines


def read_by(cases: Iterable[CaseExplanation], *, sees_home: bool) -> list[tuple[CaseExplanation, str, list[str]]]:
    """(case, its result, its reasons), for a reader of the home that asked or of another. One query at most."""
    rows = list(cases)
    names = {} if sees_home or not rows else _names_of(rows[0].application.campaign_id)
    told = ((case, case.words.split("\n") if sees_home else discreet(case, names)) for case in rows)
    return [(case, first, others) for case, (first, *others) in told]


def _names_of(campaign: int) -> dict[str, str]:
    offers = CampaignOffer.objects.filter(campaign=campaign).select_related("unit__activity")
    return {each.code: name_of(each) for each in offers}


def name_of(offer: CampaignOffer) -> str:
    return f"{offer.unit.activity.title} ({offer.unit.label})"


def _result(case: engine.Case, offers: Mapping[str, CampaignOffer]) -> str:
    names = ", ".join(name_of(offers[part.offer.key]) for part in case.parts)
    sentence = {
        Result.GRANTED: _("Vœu %(rank)d, %(names)s : une place est proposée."),
        Result.IN_PART: _("Vœu %(rank)d, %(names)s : une partie est proposée."),
        Result.REFUSED: _("Vœu %(rank)d, %(names)s : pas de place pour l’instant."),
        Result.NOT_NEEDED: _("Vœu %(rank)d, %(names)s : il n’a pas servi."),
    }[case.result]
    return sentence % {"rank": case.rank, "names": names}


def _again(case: engine.Case, offers: Mapping[str, CampaignOffer], again: Again | None) -> str:
    """Nothing is asked of who has the place already, nor of who gets the one they preferred."""
    if again is None or case.result not in (Result.GRANTED, Result.IN_PART):
        return ""
    named = {part.offer.key for part in case.parts}
    told = {"rank": case.rank, "names": ", ".join(name_of(offers[part.offer.key]) for part in case.parts)}
    if named <= again.kept:
        return _("Vœu %(rank)d, %(names)s : la place reste la sienne.") % told
    if named <= again.moved | again.kept:
        return _("Vœu %(rank)d, %(names)s : la place est donnée, et remplace celle d’un vœu moins souhaité.") % told
    return ""


def _part(part: engine.Part, case: engine.Case, offer: CampaignOffer, rules: Sequence[str]) -> str:
    """The answer and its reason; how it was reached; what would have changed it."""
    if case.result == Result.NOT_NEEDED:
        return _not_needed().get(part.reason, "")
    answer = [_demand(part, offer, alone=len(case.parts) == 1), _why(part), _waits(part.waiting_rank)]
    how = [_priority(part, rules), _served(part), _draw(part, case, rules), _last(part, case, rules)]
    return "\n".join(" ".join(filter(None, lines)) for lines in (answer, how, [_change(part)]) if any(lines))


def _not_needed() -> dict[engine.Reason, str]:
    return {
        Reason.BETTER_WISH: _("Une place est proposée sur un vœu que vous aviez mis avant."),
        Reason.SAME_TIME: _("C’est au même moment que la place proposée."),
        Reason.TOGETHER: _("Les frères et sœurs ont une place ensemble, comme vous l’aviez demandé."),
    }


def _demand(part: engine.Part, offer: CampaignOffer, *, alone: bool) -> str:
    """``alone``: the name was just said."""
    return _counts("" if alone else name_of(offer), part.offer.seats, part.offer.asked)


def _counts(name: str, seats: int, asked: int) -> str:
    told = {
        "seats": ngettext("%(count)d place", "%(count)d places", seats) % {"count": seats},
        "asked": ngettext("%(count)d demande", "%(count)d demandes", asked) % {"count": asked},
    }
    if not name:
        return _("%(seats)s pour %(asked)s.") % told
    return _("%(name)s : %(seats)s pour %(asked)s.") % (told | {"name": name})


def _why(part: engine.Part) -> str:
    reserve = str(KNOWN[part.reserve].words) if part.reserve in KNOWN else ""
    sentences = {
        Reason.OPEN_SEAT: _("Votre enfant en a une."),
        Reason.RESERVED_SEAT: _("Votre enfant en a une, gardée pour les enfants qui %(who)s.") % {"who": reserve},
        Reason.RELEASED_SEAT: _("Votre enfant en a une. Elle était gardée pour d’autres, qui n’en ont pas eu besoin."),
        Reason.CONFIRMED: _("Votre enfant avait déjà la sienne."),
        Reason.NO_SEATS: _("Il n’y avait aucune place à donner."),
        Reason.CLASS: _(
            "Les places sont allées à des enfants qui passent avant, selon les règles votées. Le tirage ne départage "
            "que les enfants d’une même priorité."
        ),
        Reason.DRAW: _("Entre enfants de la même priorité, c’est le tirage au sort qui a décidé."),
        Reason.FIRST_ACTIVITY: _("Elles sont allées d’abord aux enfants qui n’avaient encore aucune activité."),
        Reason.ONLY_RESERVED: _("Celles qui restent sont gardées pour d’autres enfants, selon les règles votées."),
        Reason.OTHER_PART: _("Il y avait de la place ici, mais pas dans l’autre partie de votre demande."),
        Reason.SAME_TIME: _("C’est au même moment qu’une place proposée."),
    }
    return sentences.get(part.reason, "")


def _waits(rank: int) -> str:
    return _("Votre enfant est %(rank)s sur la liste d’attente.") % {"rank": _ordinal(rank)} if rank else ""


def _priority(part: engine.Part, rules: Sequence[str]) -> str:
    """Which class, in the words of the rules; nothing where the rules have none."""
    if not rules:
        return ""
    number = part.priority_class
    label = rules[number - 1] if number <= len(rules) else _("tous les autres enfants")
    return _("Votre enfant passe en priorité %(number)d : %(label)s.") % {"number": number, "label": label}


def _served(part: engine.Part) -> str:
    """How many of each class have a place, among those who had nothing better."""
    if len(part.offer.classes) == 1:
        only = part.offer.classes[0]
        sentence = ngettext(
            "%(n)d enfant sur %(of)d a une place.", "%(n)d enfants sur %(of)d ont une place.", only.served
        )
        return sentence % {"n": only.served, "of": only.candidates} if only.candidates else ""
    said: list[str] = []
    for number, each in enumerate(part.offer.classes, 1):
        if each.candidates:
            counts = {"number": number, "n": each.served, "of": each.candidates}
            sentence = _("En priorité %(number)d, %(n)d sur %(of)d.")
            if not said:
                sentence = ngettext(
                    "En priorité %(number)d, %(n)d enfant sur %(of)d a une place.",
                    "En priorité %(number)d, %(n)d enfants sur %(of)d ont une place.",
                    each.served,
                )
            said.append(sentence % counts)
    return " ".join(said)


def _draw(part: engine.Part, case: engine.Case, rules: Sequence[str]) -> str:
    """The number of the child, and where it stands among those whom the draw tells apart."""
    if not part.of:
        return ""
    said = _("Au tirage au sort, il a le numéro %(number)d.") % {"number": case.number}
    if part.of == 1:
        alone = _("Il est seul de sa priorité à demander ici.") if rules else ""
        return f"{said} {alone}".strip()
    place = {"line": _ordinal(part.line), "of": part.of}
    among = _("C’est le %(line)s des %(of)d enfants de sa priorité qui demandent ici.")
    return f"{said} " + (among if rules else _("C’est le %(line)s des %(of)d enfants qui demandent ici.")) % place


def _last(part: engine.Part, case: engine.Case, rules: Sequence[str]) -> str:
    """The last child who has a place, beside this one."""
    last = part.offer.cut_off
    if last is None:
        return ""
    if last.number == case.number:
        return _("C’est le dernier enfant qui a une place.")
    told = {"class": last.priority_class, "number": last.number}
    if not rules:
        return _("Le dernier enfant qui a une place a le numéro %(number)d.") % told
    return _("Le dernier enfant qui a une place est en priorité %(class)d, avec le numéro %(number)d.") % told


def _change(part: engine.Part) -> str:
    """What the rules hold that would have changed it."""
    said = [words for each in part.would_change if (words := _would(each))]
    return _("Ce qui aurait donné une place : %(what)s.") % {"what": _(", ou ").join(said)} if said else ""


def _would(code: str) -> str:
    kind, _sep, what = code.partition(":")
    if kind == "class" or kind == "reserve":
        words = [str(KNOWN[each].words) for each in what.split("+") if each in KNOWN]
        if not words:
            return ""
        return _("être parmi les enfants qui %(who)s") % {"who": _(" et ").join(words)}
    if kind == "seats" and what.isdigit():
        return ngettext("%(count)d place de plus", "%(count)d places de plus", int(what)) % {"count": int(what)}
    return {
        "draw": _("un plus petit numéro au tirage"),
        "part": _("accepter une partie seulement de ce vœu"),
    }.get(kind, "")


def _ordinal(rank: int) -> str:
    return _("1er") if rank == 1 else _("%(rank)de") % {"rank": rank}
