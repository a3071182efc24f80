"""Who may open which address. Every address of the product is in this table; the house test finds the one that is not.

Rows: address name → (path, {role: status of GET}).
P: public (200 for everybody). H: whoever holds a role. W: who works around the plan. C: coordination only. D: who drafts (coordination, partners). I: coordination and administration.
II, CC: the same for one import, that the others may not even know of (404).
N: who may open an action sheet (coordination, contributors). R: who reads one that was proposed. O: who carries it.
G: who keeps the places and the catalogue (agents, coordination).
E: who writes entries of the catalogue. M: who may open what belongs to the judo club (another's is 404).
K: whoever looks at classes. Q, QE: what receives them, and whoever decides of it.
L: who takes in official files (who keeps the places, and administration); LL: one import of them (404).
S: steering (coordination, administration, elected). A: anybody with an account.
F: families (the matrix of what one family may know of another is in tests/surfaces/portal). B: the desk that receives them.
"""

from __future__ import annotations

from tests.house import access_campaigns as campaigns
from tests.house import access_datasets as datasets
from tests.house import access_day as day
from tests.house import access_desk as desk
from tests.house import access_enrolments as enrolments
from tests.house import access_equity as equity
from tests.house import access_evaluation as evaluation
from tests.house import access_families as families
from tests.house import access_indicators as indicators
from tests.house import access_laboratory as laboratory
from tests.house import access_outreach as outreach
from tests.house import access_report as report
from tests.house import access_terms as terms
from tests.house.access_families import ROLES as ROLES

_LOGIN, _NO, _GONE = 302, 403, 404

P = dict.fromkeys(ROLES, 200)
A = {**P, "visitor": _LOGIN}
H = {**A, "stranger": _NO, "guardian": _NO}
_APART = ("provider", "teacher", "school_head", "family_agent", "activity_leader")
"""Professionals who read the plan as the public does."""
W = {**H, **dict.fromkeys(_APART, _NO)}
_STEERING = ("elected", "administrator", "coordinator")
S = {**dict.fromkeys(ROLES, _NO), "visitor": _LOGIN, **dict.fromkeys(_STEERING, 200)}
I = {**dict.fromkeys(ROLES, _NO), "visitor": _LOGIN, "administrator": 200, "coordinator": 200}
II = {**dict.fromkeys(ROLES, _GONE), "visitor": _LOGIN, "administrator": 200, "coordinator": 200}
G = {**dict.fromkeys(ROLES, _NO), "visitor": _LOGIN, "agent": 200, "coordinator": 200}
L = {**G, "administrator": 200}
LL = {**II, "agent": 200}
CC = {**dict.fromkeys(ROLES, _GONE), "visitor": _LOGIN, "administrator": _NO, "coordinator": 200}
N = {**dict.fromkeys(ROLES, _NO), "visitor": _LOGIN, "contributor": 200, "coordinator": 200}
R = {**A, "stranger": _GONE, "guardian": _GONE, **dict.fromkeys(_APART, _GONE)}
O = {**N, "stranger": _GONE, "guardian": _GONE, **dict.fromkeys(_APART, _GONE)}
C = {**dict.fromkeys(ROLES, _NO), "visitor": _LOGIN, "coordinator": 200}
D = {**C, "contributor": 200}
K = {**C, "teacher": 200, "school_head": 200, "agent": 200}
Q = {**K, "provider": 200, "contributor": 200}
QE = {**Q, "teacher": _NO, "school_head": _NO, "provider": _NO, "contributor": _NO}

E = {
    **dict.fromkeys(ROLES, _NO),
    "visitor": _LOGIN,
    **dict.fromkeys(("provider", "contributor", "agent", "coordinator"), 200),
}
M = {**dict.fromkeys(ROLES, _GONE), "visitor": _LOGIN, **dict.fromkeys(("provider", "agent", "coordinator"), 200)}
F = {**dict.fromkeys(ROLES, _NO), "visitor": _LOGIN, "guardian": 200}
B = {**dict.fromkeys(ROLES, _NO), "visitor": _LOGIN, "family_agent": 200}

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "public:home": ("/", P),
    "public:plan": ("/projet/", P),
    "public:plan_pdf": ("/projet/projet-educatif.pdf", P),
    "public:search": ("/projet/recherche/", P),
    "public:axis": ("/projet/axe-1/", P),
    "public:item": ("/projet/a1-g1-o1/", P),
    "public:data": ("/donnees/", P),
    "public:changes": ("/ce-que-ca-change/", P),
    "public:accessibility": ("/accessibilite/", P),
    "public:legal": ("/mentions-legales/", P),
    "public:mail_stop": ("/courriels/personne/arret/", dict.fromkeys(ROLES, 404)),
    "public:robots": ("/robots.txt", P),
    "public:sitemap": ("/sitemap.xml", P),
    "public:security": ("/.well-known/security.txt", P),
    "api:openapi-json": ("/api/openapi.json", P),
    "api:plan": ("/api/plan", P),
    "api:objectives": ("/api/plan/objectives", P),
    "api:item": ("/api/plan/items/A1.G1.O1", P),
    "api:csv": ("/api/plan.csv", P),
    "gallery": ("/galerie/", P),
    "workspace:home": ("/atelier/", H),
    "workspace:notices": ("/atelier/nouvelles/", H),
    "workspace:plans": ("/atelier/projets/", W),
    "workspace:plan": ("/atelier/projet/", W),
    "workspace:item": ("/atelier/projet/a1-g1-o1/", W),
    "workspace:points": ("/atelier/points-ouverts/", W),
    "workspace:suggestions": ("/atelier/propositions/", W),
    "workspace:imports": ("/atelier/imports/", I),
    "workspace:import_report": ("/atelier/imports/{pk}/compte-rendu/", II),
    "workspace:import": ("/atelier/imports/{pk}/", II),
    "workspace:import_leftovers": ("/atelier/imports/{pk}/hors-tableau/", II),
    "workspace:import_confirmation": ("/atelier/imports/{pk}/confirmation/", CC),
    "workspace:import_abandon": ("/atelier/imports/{pk}/abandon/", CC),
    "workspace:item_edit": ("/atelier/projet/a1-g1-o1/modifier/", C),
    "workspace:item_move": ("/atelier/projet/a1-g1-o1/deplacement/", C),
    "workspace:item_addition": ("/atelier/projet/lignes/a1-g1-r1/ajout/", C),
    "workspace:plan_display": ("/atelier/projet/affichage/", C),
    "workspace:suggestion": ("/atelier/propositions/{suggestion}/", W),
    "workspace:partners": ("/atelier/propositions/partenaires/", W),
    "workspace:partner": ("/atelier/propositions/partenaires/service-des-sports/", W),
    "workspace:item_suggestions": ("/atelier/projet/a1-g1-o1/propositions/", W),
    "workspace:item_proposal": ("/atelier/projet/a1-g1-o1/proposition/texte/", D),
    "workspace:addition_proposal": ("/atelier/projet/a1-g1-r1/proposition/ajout/", D),
    "workspace:versions": ("/atelier/versions/", W),
    "workspace:comparison": ("/atelier/versions/comparaison/", W),
    "workspace:sheets": ("/atelier/fiches/", W),
    "workspace:sheet_table": ("/atelier/fiches/tableau.csv", W),
    "workspace:sheet_new": ("/atelier/fiches/nouvelle/", N),
    "workspace:sheet": ("/atelier/fiches/{sheet}/", R),
    "workspace:sheet_pdf": ("/atelier/fiches/{sheet}/fiche.pdf", R),
    "workspace:sheet_section": ("/atelier/fiches/{sheet}/sections/idee/", O),
    "workspace:sheet_line_new": ("/atelier/fiches/{sheet}/partenaires/ajout/", O),
    "workspace:sheet_step": ("/atelier/fiches/{sheet}/etat/validation/", O),
    "workspace:sheet_review": ("/atelier/fiches/{sheet}/bilan/", {**O, "contributor": 422, "coordinator": 422}),
    "workspace:sites": ("/atelier/sites/", W),
    "workspace:site_addition": ("/atelier/sites/ajout/", G),
    "workspace:site": ("/atelier/sites/les-tilleuls/", W),
    "workspace:site_edit": ("/atelier/sites/les-tilleuls/modifier/", G),
    "workspace:hours": ("/atelier/sites/les-tilleuls/horaires/", W),
    "workspace:week_addition": ("/atelier/sites/les-tilleuls/horaires/ajout/", G),
    "workspace:week": ("/atelier/sites/les-tilleuls/semaine/", W),
    "workspace:entry_addition": ("/atelier/sites/les-tilleuls/semaine/ajout/", C),
    "workspace:pair": ("/atelier/sites/les-tilleuls/projets/", W),
    "workspace:pair_edit": ("/atelier/sites/les-tilleuls/binome/", C),
    "workspace:labels": ("/atelier/labels/", W),
    "workspace:label_new": ("/atelier/labels/nouveau/", {**C, "contributor": 200}),
    "workspace:label_schemes": ("/atelier/labels/connus/", W),
    "workspace:label_scheme_new": ("/atelier/labels/connus/nouveau/", C),
    "workspace:exchange": ("/atelier/copies/", W),
    "workspace:plan_copy": ("/atelier/copies/projet/?format=csv", W),
    "public:adoption": ("/projet/adoption/", dict.fromkeys(ROLES, 404)),
    "public:adopted_text": ("/projet/adoption/projet-adopte.json", dict.fromkeys(ROLES, 404)),
    "public:adopted_document": ("/projet/adoption/projet-adopte.pdf", dict.fromkeys(ROLES, 404)),
    "workspace:adoption": ("/atelier/adoption/", W),
    "workspace:adoption_preparation": ("/atelier/adoption/preparation/", C),
    "workspace:adoption_vote": ("/atelier/adoption/vote/", C),
    "workspace:agreements": ("/atelier/conventions/", {**W, "agent": _NO}),
    "workspace:agreement_creation": ("/atelier/conventions/nouvelle/", C),
    "workspace:agreement_delays": ("/atelier/conventions/delais/", C),
    "workspace:timeline": ("/atelier/frise/", W),
    "steering:committee": ("/pilotage/comite.pdf", S),
    "steering:table": ("/pilotage/tableau.csv", S),
    "steering:home": ("/pilotage/", S),
    "steering:overview": ("/pilotage/avancement/", S),
    "steering:decisions": ("/pilotage/decisions/", S),
    "shell:account": ("/compte/", A),
    "public:join": ("/associations/rejoindre/", P),
    "public:join_sent": ("/associations/rejoindre/envoi/", P),
    "public:join_confirmation": ("/associations/rejoindre/inconnu/", dict.fromkeys(ROLES, 404)),
    "workspace:activities": ("/atelier/activites/", E),
    "workspace:activity_new": ("/atelier/activites/ajout/", E),
    "workspace:activity_table": ("/atelier/activites/activites.csv", E),
    "workspace:activity_table_sending": ("/atelier/activites/tableau/", E),
    "workspace:activity_copies": ("/atelier/activites/reprise/", E),
    "workspace:activity": ("/atelier/activites/judo/", M),
    "workspace:activity_section": ("/atelier/activites/judo/sections/creneaux/", M),
    "workspace:activity_step": ("/atelier/activites/judo/etat/verification/", M),
    "workspace:activity_deletion": ("/atelier/activites/judo/suppression/", M),
    "workspace:providers": ("/atelier/organisations/", {**E, "provider": 302, "contributor": 302}),
    "workspace:provider": ("/atelier/organisations/club-de-judo/", M),
    "workspace:paper_declaration": ("/atelier/organisations/club-de-judo/pieces/insurance/", M),
    "workspace:catalogue_delays": ("/atelier/organisations/delais/", G),
    "workspace:opendata": ("/atelier/donnees-ouvertes/", L),
    "workspace:opendata_kind": ("/atelier/donnees-ouvertes/schools/", L),
    "workspace:opendata_runs": ("/atelier/donnees-ouvertes/imports/", L),
    "workspace:opendata_run": ("/atelier/donnees-ouvertes/imports/{run}/", LL),
    "workspace:opendata_refused_lines": ("/atelier/donnees-ouvertes/imports/{run}/lignes-refusees.csv", LL),
    "workspace:opendata_undoing": ("/atelier/donnees-ouvertes/imports/{run}/annulation/", LL),
    "public:near": ("/lieux/pres/", P),
    "workspace:areas": ("/atelier/territoires/", W),
    "workspace:pace_addition": ("/atelier/territoires/marche/ajout/", G),
    "workspace:calendar": ("/atelier/calendrier/", W),
    "workspace:calendar_moment": ("/atelier/calendrier/moment/", W),
    "workspace:calendar_zone": ("/atelier/calendrier/zone/", G),
    "workspace:closure_addition": ("/atelier/calendrier/fermetures/ajout/", G),
    "workspace:local_addition": ("/atelier/calendrier/corrections/ajout/", G),
    "public:calendar": ("/calendrier/", P),
    "public:holidays_feed": ("/calendrier/vacances.ics", P),
    "public:activity_feed": ("/activites/personne/seances.ics", dict.fromkeys(ROLES, 404)),
    "public:places": ("/lieux/", P),
    "public:place": ("/lieux/terrain-des-quais/", P),
    "public:gate": ("/e/abcd2345/", P),
    "public:gate_thanks": ("/e/abcd2345/merci/", dict.fromkeys(ROLES, 404)),
    "workspace:site_families": ("/atelier/sites/les-tilleuls/familles/", W),
    "workspace:site_practical": ("/atelier/sites/les-tilleuls/pratique/", G),
    "workspace:site_access": ("/atelier/sites/les-tilleuls/accessibilite/", G),
    "workspace:site_opening": ("/atelier/sites/les-tilleuls/ouverture/", G),
    "workspace:site_change_addition": ("/atelier/sites/les-tilleuls/ouverture/ajout/", G),
    "workspace:site_photo_addition": ("/atelier/sites/les-tilleuls/photos/ajout/", G),
    "workspace:place_records": ("/atelier/fiches-officielles/", G),
    "workspace:spaces": ("/atelier/espaces/", W),
    "workspace:space_addition": ("/atelier/espaces/ajout/", G),
    "workspace:space_terms": ("/atelier/espaces/delais/", G),
    "workspace:space_reports": ("/atelier/espaces/signalements/", G),
    "workspace:space": ("/atelier/espaces/terrain-des-quais/", W),
    "workspace:space_edit": ("/atelier/espaces/terrain-des-quais/modifier/", G),
    "workspace:space_poster": ("/atelier/espaces/terrain-des-quais/panneau.pdf", W),
    "workspace:space_token": ("/atelier/espaces/terrain-des-quais/panneau/", G),
    "workspace:space_closing": ("/atelier/espaces/terrain-des-quais/fermeture/", G),
    "workspace:space_visit": ("/atelier/espaces/terrain-des-quais/passage/", {**G, "contributor": 200}),
    "public:prices": ("/tarifs/", P),
    "public:price": ("/tarifs/{price}/", P),
    "public:poster": ("/activites/{activity}/affiche.pdf", P),
    "workspace:prices": ("/atelier/tarifs/", {**W, "provider": 200}),
    "workspace:price_new": ("/atelier/tarifs/nouveau/", {**G, "provider": 200}),
    "workspace:price": ("/atelier/tarifs/{price}/", {**W, "provider": 200}),
    "workspace:price_table": ("/atelier/tarifs/{price}/grille.csv", {**W, "provider": 200}),
    "workspace:price_following": ("/atelier/tarifs/{price}/suite/", G),
    "workspace:languages": ("/atelier/langues/", {**G, "provider": 200}),
    "workspace:entry_versions": ("/atelier/langues/{activity}/", {**G, "provider": 200}),
    "workspace:version_writing": ("/atelier/langues/{activity}/pt/", {**G, "provider": 200}),
    "workspace:price_ending": ("/atelier/tarifs/{price}/fin/", G),
    "public:catalogue": ("/activites/", P),
    "public:sessions_feed": ("/activites/seances.ics", P),
    "public:news_feed": ("/activites/nouvelles.rss", P),
    "public:agenda": ("/activites/agenda/", P),
    "public:agenda_feed": ("/activites/agenda.ics", P),
    "public:organiser": ("/activites/organisateurs/personne/", dict.fromkeys(ROLES, 404)),
    "public:entry": ("/activites/personne/", dict.fromkeys(ROLES, 404)),
    "api:activities": ("/api/activities", P),
    "api:activities_schema": ("/api/activities/schema.json", P),
    "api:activities_csv": ("/api/activities.csv", P),
    "workspace:classes": ("/atelier/classes/", K),
    "workspace:class": ("/atelier/classes/{group}/", K),
    "workspace:class_addition": (
        "/atelier/classes/ajout/",
        {**dict.fromkeys(ROLES, _NO), "visitor": _LOGIN, "school_head": 200},
    ),
    "workspace:class_edit": (
        "/atelier/classes/{group}/modifier/",
        {**K, "teacher": _NO, "agent": _NO, "coordinator": _NO},
    ),
    "workspace:class_offers": ("/atelier/classes/offres/", Q),
    "workspace:class_offer": ("/atelier/classes/offres/{class_offer}/", Q),
    "workspace:class_offer_edit": ("/atelier/classes/offres/{class_offer}/accueil/", QE),
    "workspace:class_sharing": ("/atelier/classes/offres/{class_offer}/repartition/", QE),
    "workspace:class_request": (
        "/atelier/classes/offres/{class_offer}/demande/",
        {**dict.fromkeys(ROLES, _NO), "visitor": _LOGIN, "teacher": 200, "school_head": 200},
    ),
    "workspace:class_wish": ("/atelier/classes/demandes/{class_wish}/", {**Q, "provider": _GONE, "contributor": _GONE}),
    "workspace:class_wish_step": (
        "/atelier/classes/demandes/{class_wish}/retrait/",
        {**Q, "provider": _GONE, "contributor": _GONE, "agent": _NO, "coordinator": _NO},
    ),
    "workspace:class_wish_edit": (
        "/atelier/classes/demandes/{class_wish}/modifier/",
        {**Q, "provider": _GONE, "contributor": _GONE, "agent": _NO, "coordinator": _NO},
    ),
}
_ROOMS = (campaigns, enrolments, families, desk, day, terms, indicators, laboratory, outreach, evaluation)
_READ_ONLY = (equity, report, datasets)
for _room in (*_ROOMS, *_READ_ONLY):
    PAGES |= _room.PAGES
"""Pages that a GET opens."""

ACTS = set().union(*(room.ACTS for room in _ROOMS)) | {
    "workspace:activity_bulk",
    "workspace:activity_table_look",
    "workspace:join",
    "workspace:join_acceptance",
    "workspace:join_refusal",
    "workspace:paper_check",
    "workspace:opendata_confirmation",
    "workspace:opendata_abandon",
    "public:near_suggestions",
    "workspace:closure_edit",
    "workspace:closure_removal",
    "workspace:local_removal",
    "public:place_photo",
    "public:gate_words",
    "public:gate_withdrawal",
    "workspace:site_change_removal",
    "workspace:site_photo",
    "workspace:site_photo_file",
    "workspace:site_photo_removal",
    "workspace:site_takeover",
    "workspace:site_record_unlinking",
    "workspace:place_record_linking",
    "workspace:place_record_site",
    "workspace:place_records_batch",
    "workspace:space_report",
    "workspace:space_closing_lifting",
    "workspace:space_visit_removal",
    "workspace:price_correction",
    "workspace:version_removal",
    "workspace:version_validation",
    "workspace:class_declaration_removal",
    "workspace:class_offer_addition",
    "workspace:import_correction",
    "workspace:import_decision",
    "workspace:import_title",
    "workspace:import_undoing",
    "workspace:import_redoing",
    "workspace:item_removal",
    "workspace:item_return",
    "workspace:point_decision",
    "workspace:point_owner",
    "workspace:point_return",
    "workspace:suggestion_decision",
    "workspace:suggestion_support",
    "workspace:suggestion_withdrawal",
    "workspace:suggestion_comment",
    "workspace:comment_removal",
    "workspace:item_comment",
    "workspace:item_presence",
    # drafting
    "workspace:version_restoring",
    "workspace:change_undoing",
    "workspace:sheet_comment",
    "workspace:sheet_copy",
    "workspace:sheet_document",
    "workspace:sheet_document_new",
    "workspace:sheet_document_removal",
    "workspace:sheet_line",
    "workspace:sheet_line_removal",
    "workspace:sheet_milestone",
    "workspace:sheet_opinion",
    "workspace:week_edit",
    "workspace:week_removal",
    "workspace:entry_edit",
    "workspace:entry_removal",
    "workspace:summary_edit",
    "workspace:summary_reading",
    "workspace:crossing_sheet",
    "workspace:crossing_dismissal",
    "workspace:crossing_return",
    "workspace:label",
    "workspace:label_edit",
    "workspace:label_step",
    "workspace:label_proofs",
    "workspace:label_check",
    "workspace:label_proof_removal",
    "workspace:label_proof_document",
    "workspace:label_milestones",
    "workspace:label_milestone",
    "workspace:label_scheme",
    "workspace:label_scheme_rules",
    "workspace:label_scheme_loading",
    "workspace:return",
    "workspace:return_acceptance",
    "workspace:return_refusal",
    "workspace:return_discard",
    "workspace:return_attachment",
    "workspace:adoption_act",
    "workspace:adoption_scan",
    "workspace:adoption_sequel",
    "workspace:agreement",
    "workspace:agreement_document",
    "workspace:agreement_edit",
    "workspace:agreement_review",
    "workspace:agreement_sequel",
    "workspace:agreement_step",
    "workspace:agreement_vote",
    "workspace:annex",
    "workspace:annex_addition",
    "workspace:annex_removal",
    "workspace:paper_signature",
    "workspace:party",
    "workspace:party_addition",
    "workspace:party_removal",
    "workspace:signature",
    "workspace:signature_cancelling",
    "workspace:signature_login",
    "workspace:signature_scan",
    "workspace:notice_opening",
    "workspace:notice_reading",
    "workspace:notice_readings",
    "shell:demo_login",
    "shell:mail_choice",
    "set_language",
    "shell:email",
    "api",
}
"""Addresses that only a POST changes something at, or that depend on a state: their own tests say who may."""

BY_THE_LIBRARY = ("account_", "mfa_", "api:api-root")
"""Addresses of allauth and of the JSON library, tested where we use them."""
