"""The addresses of campaigns, for families, for the public and for the desk. Read with ``access.py``."""

from __future__ import annotations

_ROLES = (
    "visitor stranger guardian provider teacher school_head reader data_officer elected contributor agent "
    "family_agent activity_leader administrator coordinator"
).split()
_EVERYBODY = dict.fromkeys(_ROLES, 200)
_FAMILY = {**dict.fromkeys(_ROLES, 403), "visitor": 302, "guardian": 200}
_ANOTHER = {**_FAMILY, "guardian": 404}
"""What belongs to a family, asked for by another one."""
_DESK = {**dict.fromkeys(_ROLES, 403), "visitor": 302, "family_agent": 200}
_READ = {**_DESK, "coordinator": 200, "elected": 200}
_NOTIFIED = "/atelier/campagnes/{notified_campaign}"
_GONE = {**_DESK, "coordinator": 404, "elected": 404}
"""Whoever reads campaigns knows no child of them."""
_PREPARED = "/atelier/campagnes/{prepared_campaign}"

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "portal:campaigns": ("/famille/campagnes/", _FAMILY),
    "portal:wishes": ("/famille/campagnes/{campaign}/{other_child}/", _ANOTHER),
    "portal:wishes_sending": ("/famille/campagnes/{campaign}/{other_child}/envoi/", _ANOTHER),
    "portal:wishes_answers": ("/famille/campagnes/{campaign}/{other_child}/reponse/", _ANOTHER),
    "portal:wishes_letter": ("/famille/campagnes/{campaign}/{other_child}/reponse/lettre.pdf", _ANOTHER),
    "portal:wishes_exception": (
        "/famille/campagnes/{campaign}/{other_child}/reponse/exception-{application}.pdf",
        _ANOTHER,
    ),
    "portal:wishes_review": ("/famille/campagnes/{campaign}/{other_child}/nouvel-examen/", _ANOTHER),
    "portal:wishes_review_letter": (
        "/famille/campagnes/{campaign}/{other_child}/nouvel-examen/{appeal}/recepisse.pdf",
        _ANOTHER,
    ),
    "public:campaigns": ("/campagnes/", _EVERYBODY),
    "public:campaign": ("/campagnes/{campaign}/", _EVERYBODY),
    "public:campaign_method": ("/campagnes/{campaign}/methode/", _EVERYBODY),
    "public:campaign_form": ("/campagnes/{campaign}/formulaire.pdf", _EVERYBODY),
    # Nobody has it before the families: its own tests tell what comes after.
    "public:campaign_file": ("/campagnes/{campaign}/fichier.json", dict.fromkeys(_ROLES, 404)),
    "public:campaign_second_file": ("/campagnes/{campaign}/second-tour.json", dict.fromkeys(_ROLES, 404)),
    "workspace:campaigns": ("/atelier/campagnes/", _READ),
    "workspace:campaign": ("/atelier/campagnes/{campaign}/", _READ),
    "workspace:campaign_addition": ("/atelier/campagnes/nouvelle/", _DESK),
    "workspace:campaign_rules": (f"{_PREPARED}/regles/", _DESK),
    "workspace:campaign_offers": (f"{_PREPARED}/places/", _DESK),
    "workspace:campaign_letters": (f"{_NOTIFIED}/lettres/", _DESK),
    "workspace:campaign_applications": (f"{_NOTIFIED}/demandes/", _DESK),
    "workspace:campaign_application": (f"{_NOTIFIED}/demandes/{{application}}/", _GONE),
    "workspace:application_letter": (f"{_NOTIFIED}/demandes/{{application}}/lettres/{{reader}}.pdf", _GONE),
    "workspace:application_accompaniment": (
        f"{_NOTIFIED}/demandes/{{application}}/accompagnement/",
        {**_GONE, "family_agent": 404},
    ),
    "workspace:campaign_overrides": (f"{_NOTIFIED}/exceptions/", _DESK),
    "workspace:campaign_override": (f"{_NOTIFIED}/exceptions/{{override}}/", _GONE),
    "workspace:application_override": (f"{_NOTIFIED}/demandes/{{application}}/exception/", _GONE),
    "workspace:campaign_appeals": (f"{_NOTIFIED}/recours/", _DESK),
    "workspace:campaign_appeal": (f"{_NOTIFIED}/recours/{{appeal}}/", _GONE),
    "workspace:appeal_receipt": (f"{_NOTIFIED}/recours/{{appeal}}/recepisse.pdf", _GONE),
    "workspace:application_appeal": (f"{_NOTIFIED}/demandes/{{application}}/recours/", _GONE),
    "workspace:campaign_offer": (f"{_PREPARED}/places/0/", {**_DESK, "family_agent": 404}),
    "workspace:campaign_bundles": (f"{_PREPARED}/ensemble/", _DESK),
    "workspace:campaign_ways": (f"{_PREPARED}/attribution/", _DESK),
    "workspace:campaign_step": (f"{_PREPARED}/etapes/adopt/", _DESK),
}
ACTS = {
    "portal:wishes_review_withdrawal",
    "workspace:campaign_letters_print",
    "workspace:campaign_applications_table",
    "workspace:campaign_applications_print",
    "portal:wishes_withdrawal",
    "portal:wishes_stay",
    "workspace:campaign_offer_removal",
    "workspace:campaign_bundle_removal",
    "workspace:campaign_trial",
    "workspace:application_reminder",
    "workspace:application_stay",
}
