"""A case of the engine as a paragraph that a family reads: what was asked, what happened, on what it rests (f.5).

Written in French and kept at the decision; nothing is worked out again later.
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
            told.append(_("Rang sur la liste d’attente : %(rank)d.") % {"rank": part["waiting_rank"]})
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
    if case.result == Result.NOT_NEEDED:
        return _not_needed().get(part.reason, "")
    said = [
        _demand(part, offer, alone=len(case.parts) == 1),
        _class(part, rules),
        _draw(part, case),
        _cut_off(part, case),
        _why(part),
        _waiting(part),
    ]
    said += _change(part)
    return " ".join(sentence for sentence in said if sentence)


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
        return _("%(seats)s, %(asked)s.") % told
    return _("%(name)s : %(seats)s, %(asked)s.") % (told | {"name": name})


def _class(part: engine.Part, rules: Sequence[str]) -> str:
    """Which class, and how many of each were served."""
    label = rules[part.priority_class - 1] if part.priority_class <= len(rules) else _("sans priorité")
    said = _("Votre demande est de la classe %(number)d (%(label)s).") % {"number": part.priority_class, "label": label}
    served = [
        _("classe %(number)d : %(served)d sur %(asked)d")
        % {"number": n, "served": each.served, "asked": each.candidates}
        for n, each in enumerate(part.offer.classes, 1)
        if each.candidates
    ]
    return f"{said} " + _("Enfants servis : %(counts)s.") % {"counts": ", ".join(served)} if served else said


def _draw(part: engine.Part, case: engine.Case) -> str:
    if not part.of:
        return ""
    return _("Le tirage au sort lui a donné le numéro %(line)d sur %(of)d de sa classe.") % {
        "line": part.line,
        "of": part.of,
    }


def _cut_off(part: engine.Part, case: engine.Case) -> str:
    """The last child served, beside this one."""
    last = part.offer.cut_off
    if last is None:
        return ""
    return _("Dernier enfant servi : classe %(class)d, numéro %(number)d du tirage ; le vôtre a le %(mine)d.") % {
        "class": last.priority_class,
        "number": last.number,
        "mine": case.number,
    }


def _why(part: engine.Part) -> str:
    reserve = str(KNOWN[part.reserve].words) if part.reserve in KNOWN else ""
    sentences = {
        Reason.OPEN_SEAT: _("C’est assez pour avoir une place."),
        Reason.RESERVED_SEAT: _("La place est une de celles gardées pour les enfants qui %(who)s.") % {"who": reserve},
        Reason.RELEASED_SEAT: _("La place était gardée pour d’autres enfants, qui n’en ont pas eu besoin."),
        Reason.CONFIRMED: _("La place était déjà la sienne."),
        Reason.NO_SEATS: _("Il n’y avait aucune place à donner."),
        Reason.CLASS: _("Les places sont allées aux classes qui passent avant."),
        Reason.DRAW: _("Les enfants servis de la même classe ont un plus petit numéro."),
        Reason.FIRST_ACTIVITY: _("Les places sont allées d’abord aux enfants qui n’avaient encore aucune activité."),
        Reason.ONLY_RESERVED: _("Les places qui restent sont gardées pour d’autres enfants, avec le personnel prévu."),
        Reason.OTHER_PART: _("Il y avait de la place ici, mais pas dans l’autre partie du vœu."),
        Reason.SAME_TIME: _("C’est au même moment qu’une place proposée."),
    }
    return sentences.get(part.reason, "")


def _waiting(part: engine.Part) -> str:
    return _("Rang sur la liste d’attente : %(rank)d.") % {"rank": part.waiting_rank} if part.waiting_rank else ""


def _change(part: engine.Part) -> list[str]:
    """What the rules hold that would have changed it; never what people earn."""
    return [said for each in part.would_change if (said := _would(each))]


def _would(code: str) -> str:
    kind, _sep, what = code.partition(":")
    if kind == "class" or kind == "reserve":
        words = [str(KNOWN[each].words) for each in what.split("+") if each in KNOWN]
        if not words:
            return ""
        return _("Les règles donnent une place avant aux enfants qui %(who)s.") % {"who": _and(words)}
    if kind == "seats" and what.isdigit():
        return ngettext(
            "Avec %(count)d place de plus, il y en avait une.",
            "Avec %(count)d places de plus, il y en avait une.",
            int(what),
        ) % {"count": int(what)}
    return {
        "draw": _("Un plus petit numéro au tirage aurait suffi."),
        "part": _("Une partie du vœu aurait pu être proposée si vous l’aviez acceptée."),
    }.get(kind, "")


def _and(words: Sequence[str]) -> str:
    return _(" et ").join(words)
