"""Letters that follow the answer: a place outside the order, the receipt of an appeal, what the town says to it."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override as language

from preau.foundation.text.days import french_day

from .addressing import Addressee
from .enums import AppealGround, AppealResult, OverrideReason, Seat
from .letters import Section, Sheet, hello, reference_of, sender_of, slip_head_of
from .models import Appeal, Application, Override
from .remedies import delays_on
from .telling import name_of
from .wording import contact_of, months, told_to, ways_of


def exception_letter(held: Override, application: Application, to: Addressee) -> Sheet:
    """``held`` was signed. Why is told to the home that asked, and to no other."""
    campaign = application.campaign
    day = timezone.localdate(held.signed_at)
    with language("fr"):
        given = held.seat == Seat.EXTRA
        name = name_of(held.offer)
        title = _("Une place est proposée à %(name)s") if given else _("Le rang de %(name)s a changé")
        answer = _(
            "Répondez dans votre espace famille, par téléphone, au guichet, ou avec le coupon en bas de cette lettre. "
            "Sans réponse à temps, la place va à l’enfant suivant."
        )
        return Sheet(
            sender=sender_of(campaign),
            to=to,
            place=f"{campaign.commune.name}, le {french_day(day)}",
            reference=reference_of(application, to),
            title=title % {"name": application.child.first_name},
            hello=hello(to),
            lead=tuple([name, answer] if given else [name]),
            sections=(
                Section(_("Comment cela a été décidé"), words=tuple(lines_of(held, sees_home=to.sees_home))),
                Section(_("Si vous n’êtes pas d’accord"), ways=tuple(ways_of(campaign, day))),
            ),
            signed=_("Pour la commune, %(who)s, %(service)s")
            % {
                "who": held.second_reader.full_name if held.second_reader else "",
                "service": campaign.organisation.name,
            },
            slip=(name,) if given else (),
            slip_head=slip_head_of(application, to),
        )


def lines_of(held: Override, *, sees_home: bool) -> list[str]:
    """What the family reads of it."""
    lines = held.told.split("\n")
    if sees_home:
        reason = str(OverrideReason(held.reason).label)
        lines.insert(1, _("Motif : %(reason)s.") % {"reason": reason})
    return lines


def receipt_letter(appeal: Appeal, application: Application, to: Addressee) -> Sheet:
    """What the law asks of a receipt: the day, the service, what silence means and from when (CRPA, R. 112-5)."""
    with language("fr"):
        due, received = french_day(appeal.due_on), french_day(appeal.received_on)
        silence = _(
            "Si la ville ne vous a pas répondu le %(due)s, c’est un refus. Vous avez alors %(court)s pour aller au "
            "tribunal administratif."
        ) % {"due": due, "court": months(delays_on(appeal.received_on).court)}
        late = _("Votre demande est arrivée après le délai : la ville l’examine, mais celui du tribunal est passé.")
        return Sheet(
            sender=sender_of(application.campaign),
            to=to,
            place=f"{application.campaign.commune.name}, le {received}",
            reference=reference_of(application, to),
            title=_("Nous avons bien reçu votre demande"),
            hello=hello(to),
            lead=(
                _("Vous demandez un nouvel examen de la réponse pour %(name)s. La ville vous répond avant le %(due)s.")
                % {"name": application.child, "due": due},
                late if appeal.is_late else silence,
            ),
            sections=(
                Section(
                    _("Ce que vous avez écrit le %(day)s") % {"day": received},
                    words=tuple(line for line in (_ground(appeal), *appeal.words.splitlines()) if line.strip()),
                ),
                Section(_("Qui suit votre demande"), words=(", ".join(contact_of(application.campaign)),)),
                Section(_("Vous pouvez aussi"), ways=tuple(ways_of(application.campaign, told_to(application))[1:])),
            ),
            signed=_("Pour la commune, %(service)s") % {"service": application.campaign.organisation.name},
        )


def answer_letter(appeal: Appeal, application: Application, to: Addressee) -> Sheet:
    """``appeal`` was answered."""
    with language("fr"):
        day = appeal.answered_on or appeal.received_on
        upheld = appeal.result == AppealResult.UPHELD
        who = appeal.answered_by.full_name if appeal.answered_by else ""
        return Sheet(
            sender=sender_of(application.campaign),
            to=to,
            place=f"{application.campaign.commune.name}, le {french_day(day)}",
            reference=reference_of(application, to),
            title=_("La décision est revue") if upheld else _("La décision est maintenue"),
            hello=hello(to),
            lead=(
                _("Vous avez demandé le %(day)s un nouvel examen de la réponse pour %(name)s.")
                % {"day": french_day(appeal.received_on), "name": application.child},
            ),
            sections=(
                Section(_("Notre réponse"), words=tuple(line for line in appeal.outcome.splitlines() if line.strip())),
                Section(_("Si vous n’êtes pas d’accord"), ways=tuple(ways_of(application.campaign, day)[1:])),
            ),
            signed=", ".join(
                part for part in (_("Pour la commune"), who, application.campaign.organisation.name) if part
            ),
        )


def _ground(appeal: Appeal) -> str:
    if not appeal.ground:
        return ""
    label = str(AppealGround(appeal.ground).label)
    return label[:1].upper() + label[1:] + "."
