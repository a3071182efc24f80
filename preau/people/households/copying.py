"""Everything that the town knows of a family and that one adult may know, as tables. Never the other home's address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from preau.people.accounts.models import User
from preau.people.files.models import StoredFile
from preau.people.households.doors import adult_of, children_for, homes_of
from preau.people.households.models import (
    Adult,
    AssistanceMandate,
    Child,
    Consent,
    Elimination,
    FamilyQuotient,
    FileReading,
    Guardian,
    Invitation,
    OutsideLogin,
    PickupAuthorisation,
    Residence,
    SupportingDocument,
)
from preau.people.households.rights import Act
from preau.people.notices.models import DigestChoice

type Row = dict[str, str]
type Tables = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class FamilyCopy:
    """``tables`` by French name; ``files`` with the name each takes in the copy."""

    tables: Tables
    files: list[tuple[str, StoredFile]]


def family_copy(account: User, on: date) -> FamilyCopy:
    """The account's own data, its homes, and the children it may read."""
    adult, children = adult_of(account), list(children_for(account, Act.READ, on))
    homes = list(homes_of(account, on))
    papers = _papers(account, children, homes)
    tables: Tables = {
        "moi": [_adult(adult)] if adult else [],
        "foyers": [
            {"adresse": home.address, "code postal": home.postcode, "commune": home.city, "quartier": home.quarter}
            for home in homes
        ],
        "qui habite ou": [
            {"enfant": str(each.child), "adresse": each.household.address, "surtout là": _yes(each.is_main),
             "depuis": _day(each.from_on), "jusqu'au": _day(each.until_on)}
            for each in Residence.objects.filter(household__in=homes, child__in=children)
            .select_related("child", "household")
        ],
        "enfants": [_child(each) for each in children],
        "responsables": [row for child in children for row in _guardians(child, adult, on)],
        "personnes autorisees": [
            {"enfant": str(each.child), "nom": each.name, "lien": each.link, "téléphone": each.phone,
             "depuis": _day(each.from_on), "jusqu'au": _day(each.until_on)}
            for each in PickupAuthorisation.objects.filter(child__in=children).select_related("child")
        ],
        "pieces": [_paper(each) for each in papers],
        "accords": [
            {"finalité": each.get_purpose_display(), "enfant": str(each.child or ""), "texte": each.text_version,
             "donné le": _moment(each.given_at), "retiré le": _moment(each.withdrawn_at)}
            for each in Consent.objects.filter(adult=adult).select_related("child")
        ] if adult else [],
        "quotient familial": [
            {"valeur": str(each.value), "mois": _day(each.month), "d'après": each.get_source_display(),
             "valable du": _day(each.valid_from), "au": _day(each.valid_until)}
            for each in FamilyQuotient.objects.filter(household__in=homes)
        ],
        "qui a ouvert les dossiers": [
            {"enfant": str(each.child), "service": each.organisation.name if each.organisation else "",
             "ce qui a été lu": each.get_part_display(), "quand": _moment(each.at)}
            for each in FileReading.objects.filter(child__in=children).select_related("child", "organisation")
        ],
        **_logins_and_helpers(account, adult),
        "nouvelles recues": [{"quand": _moment(each.at), "titre": each.title} for each in account.notices.all()],
    }  # fmt: skip
    return FamilyCopy(tables, [(f"{each.key}-{each.file.name}", each.file) for each in papers if each.file])


def _logins_and_helpers(account: User, adult: Adult | None) -> Tables:
    """How this adult enters, who may act in their name, whom they invited, what they asked to be erased."""
    mine = Q(sent_by=account) | (Q(adult=adult) if adult else Q(pk__in=[]))
    choice = DigestChoice.objects.filter(user=account).first()
    return {
        "rythme des courriels": [{"rythme": choice.get_frequency_display(), "langue": choice.language}]
        if choice
        else [],
        "connexions de l etat": [
            {"par": each.provider, "reliée le": _moment(each.linked_at)}
            for each in OutsideLogin.objects.filter(adult=adult)
        ],
        "mandats": [
            {
                "service": each.organisation.name,
                "pièce d'identité vue": each.identity_seen,
                "depuis": _day(each.from_on),
                "jusqu'au": _day(each.until_on),
                "repris le": _moment(each.revoked_at),
            }
            for each in AssistanceMandate.objects.filter(principal=adult).select_related("organisation")
        ],
        "invitations": [
            {
                "à": each.email,
                "enfant": str(each.child or ""),
                "envoyée le": _moment(each.sent_at),
                "utilisée le": _moment(each.used_at),
            }
            for each in Invitation.objects.filter(mine).select_related("child")
        ],
        "demandes d effacement": [
            {"inscrite le": _moment(each.listed_at), "réponse avant le": _day(each.due_on), "raison": each.because}
            for each in Elimination.objects.filter(adult=adult)
        ],
    }


def _papers(account: User, children: Iterable[Child], homes: Iterable[object]) -> list[SupportingDocument]:
    """Of a child, those that this account gave: another guardian's may bear their address."""
    mine = Q(household__in=homes) | Q(child__in=children, given_by=account)
    return list(SupportingDocument.objects.filter(mine).select_related("child", "file"))


def _guardians(child: Child, adult: Adult | None, on: date) -> list[Row]:
    """What a link rests on is told to whom it concerns; who is kept away is not in a copy."""
    links = Guardian.objects.on(on).filter(child=child).exclude(rights="blocked").select_related("adult")
    return [
        {
            "enfant": str(child),
            "responsable": str(link.adult),
            "lien": link.get_kind_display(),
            "droits": link.get_rights_display(),
            "fondé sur": link.basis if link.adult == adult else "",
            "depuis": _day(link.from_on),
        }
        for link in links
    ]


def _adult(adult: Adult) -> Row:
    return {
        "prénom": adult.first_name,
        "nom": adult.last_name,
        "courriel": adult.email,
        "téléphone": adult.phone,
        "joindre par": adult.get_contact_by_display(),
        "langue": adult.language,
        "dossier ouvert le": _moment(adult.created_at),
    }


def _child(child: Child) -> Row:
    return {
        "prénom": child.first_name,
        "nom": child.last_name,
        "né le": _day(child.born_on),
        "sexe": child.get_sex_display(),
        "école": child.school.name if child.school else "",
        "classe": child.level,
    }


def _paper(document: SupportingDocument) -> Row:
    return {
        "pièce": document.get_kind_display(),
        "enfant": str(document.child or ""),
        "état": document.get_state_display(),
        "raison": document.reason,
        "donnée le": _moment(document.given_at),
        "valable jusqu'au": _day(document.valid_until),
        "fichier": f"{document.key}-{document.file.name}" if document.file else "",
    }


def _yes(is_so: bool) -> str:
    return "oui" if is_so else "non"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _moment(at: datetime | None) -> str:
    return timezone.localtime(at).isoformat(timespec="minutes") if at else ""
