"""Every address of the family's space, and whom it opens to. Each area adds its own; the house test finds what is missing.

An address names a child, a home, something of theirs, or nothing at all (one's own pages). From that and from what it
lets do, ``test_another_family`` knows what each person must get, whatever the method:

- another family, a blocked guardian: 404, the thing does not exist for them;
- the other parent: what is of the child opens, what is of the other home is 404;
- somebody who may only read, a foster carer, a young person: 403 for an act that is not theirs;
- a professional: 403; a visitor: the login.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from preau.offer.attendance.models import AbsenceNotice
from preau.offer.campaigns.models import AllocationCampaign, Appeal, Application, CaseExplanation, Override
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.households.documents import give_document
from preau.people.households.enums import ConsentPurpose, DocumentKind
from preau.people.households.models import Adult, Child, Consent, Household, PickupAuthorisation
from preau.people.households.rights import Act
from tests.cast.campaigns import make_campaign
from tests.cast.enrolment import make_unit
from tests.cast.people import make_person

_AT = datetime(2026, 11, 20, 9, tzinfo=UTC)

type Made = Callable[[Child, Household, Adult], dict[str, object]]
"""Makes the thing that an address names, for a child, the home and the guardian of it; gives the keys of the path."""


def _nothing(child: Child, home: Household, adult: Adult) -> dict[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Reach:
    """``of``: child, home, adult (only whom it belongs to), own (one's own pages) or public.

    ``get`` and ``post`` are the act that each method takes; None where the method is not served. ``grown_up``: closed
    to a young person's account; ``young``: theirs too, although it takes authority from anybody else.
    """

    path: str
    of: str
    get: Act | None = Act.READ
    post: Act | None = None
    made: Made = field(default=_nothing)
    grown_up: bool = False
    young: bool = False
    data: dict[str, str] = field(default_factory=dict)


def _pickup(child: Child, home: Household, adult: Adult) -> dict[str, object]:
    named = PickupAuthorisation.objects.create(
        child=child, name="Rose Prigent", from_on=date(2026, 9, 1), given_by=adult, given_at=_AT
    )
    return {"pk": named.pk}


def _consent(child: Child, home: Household, adult: Adult) -> dict[str, object]:
    given = Consent.objects.create(adult=adult, purpose=ConsentPurpose.NEWSLETTER, text_version="2026-1", given_at=_AT)
    return {"pk": given.pk}


def _absence(child: Child, home: Household, adult: Adult) -> dict[str, object]:
    day = date(2026, 12, 1)
    told = AbsenceNotice.objects.get_or_create(child=child, from_on=day, until_on=day, defaults={"told_at": _AT})
    return {"key": told[0].key}


def _paper(child: Child, home: Household, adult: Adult) -> dict[str, object]:
    return {"key": give_document(DocumentKind.ADDRESS, owner=home, hand=Hand(adult.account, _AT)).key}


def _unit(child: Child, home: Household, adult: Adult) -> dict[str, object]:
    return {"unit": _open_unit().key}


def _place(child: Child, home: Household, adult: Adult) -> dict[str, object]:
    """One place by child and group, made once: it is asked for several times."""
    unit = _open_unit()
    known = Enrolment.objects.live().filter(unit=unit, child=child).first()
    made = known or Enrolment.objects.create(
        unit=unit, child=child, household=home, state=EnrolmentState.CONFIRMED, asked_at=_AT, asked_by=adult
    )
    return {"place": made.key}


def _wishes(child: Child, home: Household, adult: Adult) -> dict[str, object]:
    return {"slug": _asked("open", child, home, adult).slug}


def _answers(child: Child, home: Household, adult: Adult) -> dict[str, object]:
    return {"slug": _asked("notified", child, home, adult).slug}


def _told(child: Child, home: Household, adult: Adult) -> dict[str, object]:
    """With the answer that was kept at the decision."""
    campaign = _asked("notified", child, home, adult)
    CaseExplanation.objects.get_or_create(
        run=campaign.runs.get(),
        application=campaign.applications.get(child=child),
        rank=1,
        defaults={"result": "refused", "reason": "draw", "content": {"parts": []}, "words": "Vœu 1 : pas de place."},
    )
    return {"slug": campaign.slug}


def _exception(child: Child, home: Household, adult: Adult) -> dict[str, object]:
    """Signed by two people of the desk."""
    told = _told(child, home, adult)
    application = Application.objects.get(campaign__slug=told["slug"], child=child)
    held, _new = Override.objects.get_or_create(
        campaign=application.campaign,
        application=application,
        offer=application.campaign.offers.get(),
        defaults={
            "reason": "data_error",
            "state": "signed",
            "author": _agent("Paule Première"),
            "second_reader": _agent("Serge Second"),
            "asked_at": _AT,
            "signed_at": _AT,
            "told": "Une place est proposée.",
        },
    )
    return {**told, "key": held.key}


def _review(child: Child, home: Household, adult: Adult) -> dict[str, object]:
    """Between whoever asked and the desk: the other parent knows nothing of what was written."""
    told = _told(child, home, adult)
    application = Application.objects.get(campaign__slug=told["slug"], child=child)
    asked, _new = Appeal.objects.get_or_create(
        application=application,
        kind="review",
        asked_by=adult,
        defaults={"received_on": _AT.date(), "due_on": _AT.date()},
    )
    return {**told, "key": asked.key}


def _agent(name: str) -> User:
    return User.objects.filter(full_name=name).first() or make_person("family_agent", name=name)


def _asked(state: str, child: Child, home: Household, adult: Adult) -> AllocationCampaign:
    campaign = AllocationCampaign.objects.filter(state=state).first() or make_campaign(
        state, titles=(f"Escrime {state}",)
    )
    Application.objects.get_or_create(
        campaign=campaign,
        child=child,
        defaults={"household": home, "asked_by": adult, "started_at": _AT, "saved_at": _AT},
    )
    return campaign


def _open_unit() -> BookingUnit:
    return BookingUnit.objects.first() or make_unit()


REACH: dict[str, Reach] = {
    "home": Reach("/famille/", "own"),
    "child": Reach("/famille/enfants/{child}/", "child"),
    "child_edit": Reach("/famille/enfants/{child}/modifier/", "child", Act.EDIT, Act.EDIT),
    "child_addition": Reach("/famille/enfants/ajout/", "own", post=Act.READ, grown_up=True),
    "readings": Reach("/famille/enfants/{child}/lectures/", "child"),
    "pickups": Reach("/famille/enfants/{child}/venir-le-chercher/", "child", Act.READ, Act.COLLECT),
    "pickup_end": Reach("/famille/enfants/{child}/venir-le-chercher/{pk}/fin/", "child", None, Act.COLLECT, _pickup),
    "guardian_invitation": Reach("/famille/enfants/{child}/invitation/", "child", Act.CONSENT, Act.CONSENT),
    "young_invitation": Reach("/famille/enfants/{child}/compte-jeune/", "child", Act.CONSENT, Act.CONSENT),
    "home_page": Reach("/famille/foyers/{home}/", "home"),
    "home_move": Reach("/famille/foyers/{home}/demenagement/", "home", post=Act.READ),
    "me": Reach("/famille/moi/", "own", post=Act.READ, grown_up=True),
    "papers": Reach("/famille/pieces/", "own"),
    "paper_addition": Reach("/famille/pieces/ajout/", "own", post=Act.READ),
    "paper_file": Reach("/famille/pieces/{key}/fichier/", "home", made=_paper),
    "consents": Reach("/famille/consentements/", "own", grown_up=True),
    "consent_giving": Reach(
        "/famille/consentements/accord/", "own", None, Act.READ, grown_up=True, data={"purpose": "surveys"}
    ),
    "consent_withdrawal": Reach("/famille/consentements/{pk}/retrait/", "adult", None, Act.READ, _consent),
    "data": Reach("/famille/donnees/", "own"),
    "data_copy": Reach("/famille/donnees/copie/", "own", None, Act.READ),
    "erasure": Reach("/famille/donnees/effacement/", "own", post=Act.READ, grown_up=True),
    "news": Reach("/famille/nouvelles/", "own"),
    "news_reading": Reach("/famille/nouvelles/lues/", "own", None, Act.READ),
    "follow": Reach("/famille/suivre/", "own", post=Act.READ, grown_up=True),
    "opening": Reach("/famille/ouvrir/", "public", post=Act.READ),
    "opening_code": Reach("/famille/ouvrir/code/", "public", post=Act.READ),
    "opening_file": Reach("/famille/ouvrir/dossier/", "public", post=Act.READ),
    "invited": Reach("/famille/invitation/personne/", "public", post=Act.READ),
    "places": Reach("/famille/inscriptions/", "own"),
    "unit": Reach("/famille/inscriptions/groupes/{unit}/", "own", made=_unit),
    "enrolment": Reach("/famille/inscriptions/groupes/{unit}/{child}/", "child", Act.REGISTER, Act.REGISTER, _unit),
    "place": Reach("/famille/inscriptions/{place}/", "child", made=_place),
    "place_release": Reach("/famille/inscriptions/{place}/retrait/", "child", Act.REGISTER, Act.REGISTER, _place),
    "place_answer": Reach("/famille/inscriptions/{place}/reponse/", "child", None, Act.REGISTER, _place),
    "place_feed": Reach("/famille/inscriptions/{place}/seances.ics", "child", made=_place),
    "campaigns": Reach("/famille/campagnes/", "own"),
    "wishes": Reach("/famille/campagnes/{slug}/{child}/", "child", Act.READ, Act.REGISTER, _wishes),
    "wishes_sending": Reach("/famille/campagnes/{slug}/{child}/envoi/", "child", Act.READ, Act.REGISTER, _wishes),
    "wishes_withdrawal": Reach("/famille/campagnes/{slug}/{child}/retrait/", "child", None, Act.REGISTER, _wishes),
    "wishes_stay": Reach("/famille/campagnes/{slug}/{child}/second-tour/", "child", None, Act.REGISTER, _answers),
    "wishes_answers": Reach("/famille/campagnes/{slug}/{child}/reponse/", "child", made=_answers),
    "wishes_letter": Reach("/famille/campagnes/{slug}/{child}/reponse/lettre.pdf", "child", made=_told),
    "wishes_exception": Reach(
        "/famille/campagnes/{slug}/{child}/reponse/exception-{key}.pdf", "child", made=_exception
    ),
    "wishes_review": Reach(
        "/famille/campagnes/{slug}/{child}/nouvel-examen/", "child", Act.READ, Act.REGISTER, made=_told
    ),
    "wishes_review_withdrawal": Reach(
        "/famille/campagnes/{slug}/{child}/nouvel-examen/{key}/retrait/", "adult", None, Act.READ, made=_review
    ),
    "wishes_review_letter": Reach(
        "/famille/campagnes/{slug}/{child}/nouvel-examen/{key}/recepisse.pdf", "adult", made=_review
    ),
    "absences": Reach("/famille/absences/", "own"),
    "child_absence": Reach("/famille/enfants/{child}/absence/", "child", None, Act.REGISTER),
    "absence_withdrawal": Reach("/famille/absences/{key}/retrait/", "child", None, Act.REGISTER, _absence),
    "child_presences": Reach("/famille/enfants/{child}/presences/", "child"),
    "outreach": Reach("/famille/appels/", "own", grown_up=True),
    "outreach_objection": Reach("/famille/appels/opposition/", "own", None, Act.READ, grown_up=True),
    "outreach_return": Reach("/famille/appels/reprise/", "own", None, Act.READ, grown_up=True),
    "child_health": Reach("/famille/enfants/{child}/sante/", "child", Act.REGISTER, Act.CONSENT, young=True),
}
