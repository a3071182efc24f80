"""What a study says, in sentences made from its numbers. None of them says which rules are best."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from preau.offer.campaigns.criteria import KNOWN

from .findings import Findings, Group, Range, Told
from .rulesets import RuleSet

FIRST_COME = gettext_lazy("Premier arrivé, premier servi")
FAMILIES = {
    "area": gettext_lazy("Quartier"),
    "quotient": gettext_lazy("Quotient familial"),
    "family": gettext_lazy("Famille"),
    "siblings": gettext_lazy("Fratrie"),
    "sex": gettext_lazy("Filles et garçons"),
    "inclusion": gettext_lazy("Accompagnement"),
}
_WHICH = {
    ("area", "centre"): gettext_lazy("Centre"),
    ("area", "gare"): gettext_lazy("Gare"),
    ("area", "hauts"): gettext_lazy("Hauts"),
    ("area", "rives"): gettext_lazy("Rives"),
    ("area", "none"): gettext_lazy("autre"),
    ("quotient", "q1"): gettext_lazy("le plus bas"),
    ("quotient", "q2"): gettext_lazy("bas"),
    ("quotient", "q3"): gettext_lazy("moyen"),
    ("quotient", "q4"): gettext_lazy("élevé"),
    ("quotient", "q5"): gettext_lazy("le plus élevé"),
    ("quotient", "none"): gettext_lazy("non connu"),
    ("family", "new"): gettext_lazy("nouvelle"),
    ("family", "known"): gettext_lazy("déjà connue"),
    ("siblings", "yes"): gettext_lazy("en fratrie"),
    ("siblings", "no"): gettext_lazy("seul"),
    ("sex", "f"): gettext_lazy("filles"),
    ("sex", "m"): gettext_lazy("garçons"),
    ("sex", "girl"): gettext_lazy("filles"),
    ("sex", "boy"): gettext_lazy("garçons"),
    ("sex", "none"): gettext_lazy("non dit"),
    ("inclusion", "yes"): gettext_lazy("accompagné"),
    ("inclusion", "no"): gettext_lazy("non"),
}


_WORDS = {
    ("quotient", "q1"): gettext_lazy("les quotients les plus bas"),
    ("quotient", "q2"): gettext_lazy("les quotients bas"),
    ("quotient", "q3"): gettext_lazy("les quotients moyens"),
    ("quotient", "q4"): gettext_lazy("les quotients élevés"),
    ("quotient", "q5"): gettext_lazy("les quotients les plus élevés"),
    ("quotient", "none"): gettext_lazy("les foyers sans quotient connu"),
    ("family", "new"): gettext_lazy("les familles nouvelles"),
    ("family", "known"): gettext_lazy("les familles déjà connues"),
    ("siblings", "yes"): gettext_lazy("les fratries"),
    ("siblings", "no"): gettext_lazy("les enfants qui demandent seuls"),
    ("sex", "f"): gettext_lazy("les filles"),
    ("sex", "m"): gettext_lazy("les garçons"),
    ("sex", "girl"): gettext_lazy("les filles"),
    ("sex", "boy"): gettext_lazy("les garçons"),
    ("sex", "none"): gettext_lazy("les enfants dont le sexe n’est pas dit"),
    ("inclusion", "yes"): gettext_lazy("les enfants accompagnés"),
    ("inclusion", "no"): gettext_lazy("les enfants sans accompagnement"),
}


def name_of(told: Told) -> str:
    return f"{told.letter}. {told.name}" if told.rules else str(FIRST_COME)


def group_name(group: Group) -> str:
    return group.label or str(_WHICH.get((group.what, group.which), group.which))


def group_words(group: Group) -> str:
    """In a sentence."""
    if group.what == "area":
        return _("le quartier « %(name)s »") % {"name": group_name(group)}
    return str(_WORDS[group.what, group.which])


def rules_in_words(rules: RuleSet) -> list[str]:
    """One sentence for each thing that a council would vote."""
    return [_order(rules), *_reserve(rules), _first_activity(rules), _siblings(rules)]


def common_words(found: Findings) -> str:
    """What every set of rules says, told once; nothing where there is only one."""
    told = [rules_in_words(each.rules) for each in found.sets if each.rules]
    return " ".join(said for said in told[0] if all(said in each for each in told)) if len(told) > 1 else ""


def own_words(told: Told, found: Findings) -> str:
    """What a set of rules says that the others do not."""
    common = common_words(found)
    return " ".join(said for said in rules_in_words(told.rules) if said not in common) if told.rules else ""


def _order(rules: RuleSet) -> str:
    if not rules.classes:
        return _("Aucune priorité : le tirage départage tout le monde.")
    joined = [
        _(" et ").join(str(known.words) for code, known in KNOWN.items() if code in needed) for needed in rules.classes
    ]
    first = _("D’abord les enfants qui %(words)s") % {"words": joined[0]}
    others = [_("puis ceux qui %(words)s") % {"words": each} for each in joined[1:]]
    return ", ".join([first, *others, _("puis tous les autres ; le tirage départage.")])


def _reserve(rules: RuleSet) -> list[str]:
    if rules.keeps_reserves:
        return [_("Les places réservées sont celles de la campagne.")]
    if not rules.reserve_for:
        return []
    sentence = _("%(n)s %% des places pour ceux qui %(words)s, rendues si personne ne les demande.")
    return [sentence % {"n": rules.reserve_percent, "words": KNOWN[rules.reserve_for].words}]


def _first_activity(rules: RuleSet) -> str:
    if rules.first_activity_first:
        return _("Une première activité pour chacun avant toute deuxième.")
    return _("La deuxième activité d’un enfant compte autant que la première d’un autre.")


def _siblings(rules: RuleSet) -> str:
    return _("Fratries ensemble si possible.") if rules.together else _("Chaque enfant demande seul.")


def served_sentence(found: Findings) -> str:
    come = found.first_come
    return _(
        "Selon les règles, %(served)s enfants sur cent ont une place, et %(first)s leur premier vœu. "
        "Au premier arrivé : %(come)s et %(come_first)s."
    ) % {
        "served": _between([each.served_share.middle for each in found.sets]),
        "first": _between([each.first_share.middle for each in found.sets]),
        "come": come.served_share.middle,
        "come_first": come.first_share.middle,
    }


def rank_sentence(found: Findings) -> str:
    means = sorted({each.mean_rank for each in found.sets})
    told = [number_format(each, 1) for each in means]
    wish = told[0] if len(told) == 1 else _("%(low)s à %(high)s") % {"low": told[0], "high": told[-1]}
    come = number_format(found.first_come.mean_rank, 1)
    return _(
        "Un enfant servi reçoit en moyenne son vœu n° %(wish)s selon les règles, n° %(come)s au premier arrivé."
    ) % {"wish": wish, "come": come}


def gap_sentence(found: Findings) -> str:
    """Who gains the most and who loses the most, whatever the rules."""
    gaps = [(gap, group, told) for group in found.groups for gap, told in zip(group.gaps, found.sets, strict=False)]
    if not gaps:
        return _("Aucun groupe n’est assez grand pour être raconté sans désigner personne.")
    most, least = max(gaps, key=lambda each: each[0]), min(gaps, key=lambda each: each[0])
    said = _("Le plus grand gain : %(group)s, %(gap)s points avec %(letter)s.") % _gap_words(most)
    if least[0] >= 0:
        return f"{said} {_('Aucun groupe n’y perd par rapport au premier arrivé.')}"
    return f"{said} {_('La plus grande perte : %(group)s, %(gap)s points avec %(letter)s.') % _gap_words(least)}"


def mean_sentence(found: Findings) -> str:
    """Whose wish moves the most with the rules rather than by first come, first served, among those served."""
    moves = [
        (rank.middle - come.middle, group, told)
        for group in found.groups
        if group.ranks and (come := group.ranks[-1]) is not None
        for rank, told in zip(group.ranks, found.sets, strict=False)
        if rank is not None
    ]
    if not moves:
        return _("Aucun groupe n’est assez grand pour être raconté sans désigner personne.")
    near, far = min(moves, key=lambda each: each[0]), max(moves, key=lambda each: each[0])
    said = []
    if near[0] < 0:
        sentence = _("Au plus près de leurs vœux : %(group)s, de %(gap)s rang avec %(letter)s.")
        said.append(sentence % _rank_words(near))
    if far[0] > 0:
        sentence = _("Au plus loin : %(group)s, de %(gap)s rang avec %(letter)s.")
        said.append(sentence % _rank_words(far))
    return " ".join(said) or _("Le rang obtenu ne change pour aucun groupe.")


def _rank_words(move: tuple[int, Group, Told]) -> dict[str, str]:
    return {"group": group_words(move[1]), "gap": rank_words(abs(move[0])), "letter": move[2].letter}


def rank_words(hundredths: int) -> str:
    """« 1,45 »."""
    return number_format(hundredths / 100, 2)


def _gap_words(gap: tuple[int, Group, Told]) -> dict[str, str]:
    return {"group": group_words(gap[1]), "gap": signed(gap[0]), "letter": gap[2].letter}


def envy_sentence(found: Findings) -> str:
    come = found.first_come.envy.middle
    unfair = [each.letter for each in found.sets if each.envy.high or each.empty.high]
    if unfair:
        said = _("Attention : avec %(letters)s, des enfants restent refusés devant une place qui leur revenait.") % {
            "letters": ", ".join(unfair)
        }
    else:
        said = _("Avec les règles à l’essai, aucun refus injuste et aucune place gâchée, dans aucun tirage.")
    other = ngettext(
        "Au premier arrivé, %(n)s enfant serait refusé alors que la règle lui donnait une place.",
        "Au premier arrivé, %(n)s enfants seraient refusés alors que la règle leur donnait une place.",
        come,
    ) % {"n": come}
    return f"{said} {other}"


def range_words(each: Range) -> str:
    """« 58 (de 57 à 60) »; alone when the draw changes nothing."""
    if each.is_one:
        return str(each.middle)
    return _("%(middle)s (de %(low)s à %(high)s)") % {"middle": each.middle, "low": each.low, "high": each.high}


def signed(gap: int) -> str:
    return f"+{gap}" if gap > 0 else f"−{-gap}" if gap else "0"


def _between(shares: list[int]) -> str:
    low, high = min(shares), max(shares)
    return str(low) if low == high else _("%(low)s à %(high)s") % {"low": low, "high": high}
