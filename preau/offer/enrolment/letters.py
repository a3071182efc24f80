"""What is said of each step: the title of a notice, the mail of an adult. Plain French, nothing about the child."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.foundation.text.days import french_day

from .models import Enrolment, EnrolmentMessage, EnrolmentStep
from .reasons import ReasonCode, reason

_TITLES = {
    "enrol": gettext_lazy("Place confirmée : %(what)s"),
    "queue": gettext_lazy("Sur la liste d’attente : %(what)s"),
    "offer": gettext_lazy("Une place vous est proposée : %(what)s"),
    "grant": gettext_lazy("Une place vous est proposée : %(what)s"),
    "improve": gettext_lazy("Place confirmée : %(what)s"),
    "move": gettext_lazy("Laissée au second tour : %(what)s"),
    "accept": gettext_lazy("Place confirmée : %(what)s"),
    "decline": gettext_lazy("Proposition laissée à l’enfant suivant : %(what)s"),
    "expire": gettext_lazy("La proposition n’est plus gardée : %(what)s"),
    "release": gettext_lazy("Place rendue : %(what)s"),
    "refuse": gettext_lazy("Inscription refusée : %(what)s"),
    "end": gettext_lazy("Inscription terminée : %(what)s"),
}
_BODIES = {
    "enrol": gettext_lazy("La place demandée est confirmée. Elle est écrite, vous n’avez rien d’autre à faire."),
    "queue": gettext_lazy(
        "Le groupe est complet : l’enfant est sur la liste d’attente. Son rang se lit à tout moment sur le site. "
        "Une place rendue est proposée dans l’ordre de la liste."
    ),
    "offer": gettext_lazy(
        "Une place s’est libérée et c’est votre tour. Répondez avant le %(until)s : sans réponse, elle sera proposée "
        "à l’enfant suivant."
    ),
    "grant": gettext_lazy(
        "Cette place est pour vous. Répondez avant le %(until)s : sans réponse, elle sera proposée à l’enfant suivant."
    ),
    "improve": gettext_lazy("Au second tour, vous recevez un vœu que vous préfériez : la place est confirmée."),
    "move": gettext_lazy("Au second tour, vous gardez ou recevez un vœu que vous préférez : celui-ci s’arrête là."),
    "accept": gettext_lazy("Vous avez accepté la place proposée : elle est confirmée."),
    "decline": gettext_lazy("La place est laissée à l’enfant suivant. Les autres rangs d’attente sont gardés."),
    "expire": gettext_lazy(
        "Nous n’avons pas eu de réponse à temps : la place est proposée à l’enfant suivant. Vous pouvez demander de "
        "nouveau une place."
    ),
    "release": gettext_lazy("La place est rendue. Merci : elle sert à un autre enfant."),
    "refuse": gettext_lazy("%(reason)s %(remedy)s"),
    "end": gettext_lazy("L’activité est terminée."),
}


def what_of(enrolment: Enrolment) -> str:
    """« Judo, mercredi 14 h »."""
    return f"{enrolment.unit.activity.title}, {enrolment.unit.label}"


def title_of(step: EnrolmentStep) -> str:
    return str(_TITLES[step.step]) % {"what": what_of(step.enrolment)}


def path_of(step: EnrolmentStep) -> str:
    return reverse("portal:place", args=[step.enrolment.key])


def words_of(step: EnrolmentStep) -> str:
    """What the step means for the family, in two sentences."""
    enrolment = step.enrolment
    told = {"until": "", "reason": "", "remedy": ""}
    if enrolment.offered_until:
        until = timezone.localtime(enrolment.offered_until)
        told["until"] = _("%(day)s à %(hour)s") % {"day": french_day(until.date()), "hour": f"{until:%H h %M}"}
    if step.step == "refuse" and step.reason in ReasonCode.values:
        why = reason(step.reason)
        told |= {"reason": str(why.sentence), "remedy": str(why.remedy)}
    return str(_BODIES[step.step]) % told


def letter(message: EnrolmentMessage) -> tuple[str, str]:
    """(subject, body). Says when the request was received, as an acknowledgement must (CRPA, L112-11)."""
    step = message.step
    at = timezone.localtime(step.enrolment.asked_at)
    received = _("Demande reçue le %(day)s à %(hour)s.") % {"day": french_day(at.date()), "hour": f"{at:%H h %M}"}
    lines = [
        _("Bonjour,"),
        f"{what_of(step.enrolment)}.\n{words_of(step)}",
        f"{received}\n" + _("Tout est écrit ici : %(url)s") % {"url": f"{settings.SITE_URL}{path_of(step)}"},
        _("Vous pouvez aussi venir ou téléphoner à l’accueil des familles : les règles y sont les mêmes."),
    ]
    return title_of(step), "\n\n".join(lines) + "\n"
