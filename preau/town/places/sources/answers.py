"""The answers about accessibility that acceslibre collects: its own names, our words, and how each is written.

The list is that of the exchange format (version 0.0.20), in its order: 76 answers. Two more columns of the format
speak of papers, not of the place (``registre_url``, ``conformite``): they are facts of the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Shape(StrEnum):
    """How an answer is written."""

    TRUTH = "truth"
    COUNT = "count"
    CHOICE = "choice"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class Answer:
    name: str
    label: str | Promise
    shape: Shape = Shape.TRUTH
    choices: tuple[tuple[str, str | Promise], ...] = ()

    @property
    def values(self) -> frozenset[str]:
        return frozenset(value for value, _label in self.choices)


_WAYS = (("montant", _("à monter")), ("descendant", _("à descendre")))
_RAMPS = (("aucune", _("pas de rampe")), ("fixe", _("rampe fixe")), ("amovible", _("rampe amovible")))
_CALLS = (("bouton", _("bouton d’appel")), ("interphone", _("interphone")), ("visiophone", _("visiophone")))
_MOVES = (
    ("battante", _("porte battante")),
    ("coulissante", _("porte coulissante")),
    ("tourniquet", _("tourniquet")),
    ("tambour", _("porte à tambour")),
)
_STAFF = (
    ("aucun", _("personne à l’accueil")),
    ("formés", _("équipe formée")),
    ("non-formés", _("équipe non formée")),
)
_HEARING = (
    ("bim", _("boucle magnétique fixe")),
    ("bmp", _("boucle magnétique portative")),
    ("lsf", _("langue des signes")),
    ("lpc", _("langue parlée complétée")),
    ("sts", _("sous-titrage ou transcription")),
    ("autres", _("autre aide")),
)
_DESCRIPTION = (
    ("avec_équipement_permanent", _("matériel toujours disponible")),
    ("avec_app", _("application sur téléphone")),
    ("avec_équipement_occasionnel", _("matériel certains jours")),
    ("sans_équipement", _("sans matériel")),
)
_CLASSROOMS = (("aucune", _("aucune salle")), ("partielle", _("certaines salles")), ("toutes", _("toutes les salles")))
_OPEN_PARTS = (
    ("restauration", _("restauration")),
    ("bibliotheque", _("bibliothèque")),
    ("cour", _("cour")),
    ("sante", _("santé")),
)
_LABELS = (
    ("autre", _("autre label")),
    ("dpt", _("Destination pour tous")),
    ("mobalib", _("Mobalib")),
    ("th", _("Tourisme & Handicap")),
    ("handiplage", _("Handiplage")),
)
_NEEDS = (("auditif", _("entendre")), ("mental", _("comprendre")), ("moteur", _("se déplacer")), ("visuel", _("voir")))
_SLOPES = (("légère", _("pente légère")), ("importante", _("pente forte")))
_LENGTHS = (("courte", _("pente courte")), ("moyenne", _("pente moyenne")), ("longue", _("pente longue")))
_CAMBERS = (("aucun", _("pas de dévers")), ("léger", _("dévers léger")), ("important", _("dévers fort")))

COUNT, CHOICE, CHOICES = Shape.COUNT, Shape.CHOICE, Shape.CHOICES

ANSWERS = (
    Answer("transport_station_presence", _("arrêt de transport en commun tout près")),
    Answer("transport_bureau_de_vote_accessibilite", _("transport adapté vers le bureau de vote")),
    Answer("stationnement_presence", _("parking du lieu")),
    Answer("stationnement_pmr", _("place adaptée sur le parking du lieu")),
    Answer("stationnement_ext_presence", _("places de stationnement à proximité")),
    Answer("stationnement_ext_pmr", _("place adaptée à proximité")),
    Answer("cheminement_ext_presence", _("chemin entre le trottoir et l’entrée")),
    Answer("cheminement_ext_terrain_stable", _("sol stable jusqu’à l’entrée")),
    Answer("cheminement_ext_plain_pied", _("chemin sans marche jusqu’à l’entrée")),
    Answer("cheminement_ext_ascenseur", _("ascenseur sur le chemin")),
    Answer("cheminement_ext_ascenseur_pmr", _("ascenseur du chemin utilisable en fauteuil")),
    Answer("cheminement_ext_nombre_marches", _("nombre de marches sur le chemin"), COUNT),
    Answer("cheminement_ext_reperage_marches", _("marches du chemin bien visibles")),
    Answer("cheminement_ext_sens_marches", _("sens des marches du chemin"), CHOICE, _WAYS),
    Answer("cheminement_ext_main_courante", _("main courante sur le chemin")),
    Answer("cheminement_ext_rampe", _("rampe sur le chemin"), CHOICE, _RAMPS),
    Answer("cheminement_ext_pente_presence", _("chemin en pente")),
    Answer("cheminement_ext_pente_degre_difficulte", _("difficulté de la pente"), CHOICE, _SLOPES),
    Answer("cheminement_ext_pente_longueur", _("longueur de la pente"), CHOICE, _LENGTHS),
    Answer("cheminement_ext_devers", _("dévers du chemin"), CHOICE, _CAMBERS),
    Answer("cheminement_ext_bande_guidage", _("bande de guidage au sol")),
    Answer("cheminement_ext_retrecissement", _("passage étroit sur le chemin")),
    Answer("entree_reperage", _("entrée facile à repérer")),
    Answer("entree_vitree", _("entrée vitrée")),
    Answer("entree_vitree_vitrophanie", _("repères visibles sur la vitre")),
    Answer("entree_plain_pied", _("entrée sans marche")),
    Answer("entree_ascenseur", _("ascenseur à l’entrée")),
    Answer("entree_ascenseur_pmr", _("ascenseur de l’entrée utilisable en fauteuil")),
    Answer("entree_marches", _("nombre de marches à l’entrée"), COUNT),
    Answer("entree_marches_reperage", _("marches de l’entrée bien visibles")),
    Answer("entree_marches_main_courante", _("main courante à l’entrée")),
    Answer("entree_marches_rampe", _("rampe à l’entrée"), CHOICE, _RAMPS),
    Answer("entree_marches_sens", _("sens des marches de l’entrée"), CHOICE, _WAYS),
    Answer("entree_dispositif_appel", _("moyen d’appeler depuis l’entrée")),
    Answer("entree_dispositif_appel_type", _("ce qui permet d’appeler"), CHOICES, _CALLS),
    Answer("entree_balise_sonore", _("balise sonore à l’entrée")),
    Answer("entree_aide_humaine", _("quelqu’un peut aider à entrer")),
    Answer("entree_largeur_mini", _("largeur de la porte (cm)"), COUNT),
    Answer("entree_pmr", _("entrée réservée aux personnes handicapées")),
    Answer("entree_porte_presence", _("porte à l’entrée")),
    Answer("entree_porte_manoeuvre", _("façon d’ouvrir la porte"), CHOICE, _MOVES),
    Answer(
        "entree_porte_type",
        _("porte manuelle ou automatique"),
        CHOICE,
        (("manuelle", _("porte manuelle")), ("automatique", _("porte automatique"))),
    ),
    Answer("accueil_visibilite", _("accueil visible dès l’entrée")),
    Answer("accueil_personnels", _("équipe d’accueil"), CHOICE, _STAFF),
    Answer("accueil_audiodescription_presence", _("audiodescription proposée")),
    Answer("accueil_audiodescription", _("façon de suivre l’audiodescription"), CHOICES, _DESCRIPTION),
    Answer("accueil_equipements_malentendants_presence", _("aides pour bien entendre et comprendre")),
    Answer("accueil_equipements_malentendants", _("aides proposées"), CHOICES, _HEARING),
    Answer("accueil_cheminement_plain_pied", _("accueil sans marche depuis l’entrée")),
    Answer("accueil_cheminement_ascenseur", _("ascenseur jusqu’à l’accueil")),
    Answer("accueil_cheminement_ascenseur_pmr", _("ascenseur de l’accueil utilisable en fauteuil")),
    Answer("accueil_cheminement_nombre_marches", _("nombre de marches jusqu’à l’accueil"), COUNT),
    Answer("accueil_cheminement_reperage_marches", _("marches de l’accueil bien visibles")),
    Answer("accueil_cheminement_main_courante", _("main courante jusqu’à l’accueil")),
    Answer("accueil_cheminement_rampe", _("rampe jusqu’à l’accueil"), CHOICE, _RAMPS),
    Answer("accueil_cheminement_sens_marches", _("sens des marches jusqu’à l’accueil"), CHOICE, _WAYS),
    Answer("accueil_ascenseur_etage", _("ascenseur vers les étages")),
    Answer("accueil_ascenseur_etage_pmr", _("ascenseur des étages utilisable en fauteuil")),
    Answer("accueil_classes_accessibilite", _("salles de classe accessibles"), CHOICE, _CLASSROOMS),
    Answer("accueil_espaces_ouverts", _("espaces accessibles aux élèves"), CHOICES, _OPEN_PARTS),
    Answer("accueil_chambre_nombre_accessibles", _("nombre de chambres accessibles en fauteuil"), COUNT),
    Answer("accueil_chambre_douche_plain_pied", _("douche sans marche")),
    Answer("accueil_chambre_douche_siege", _("siège dans la douche")),
    Answer("accueil_chambre_douche_barre_appui", _("barre d’appui dans la douche")),
    Answer("accueil_chambre_sanitaires_barre_appui", _("barre d’appui aux toilettes de la chambre")),
    Answer("accueil_chambre_sanitaires_espace_usage", _("place pour un fauteuil aux toilettes de la chambre")),
    Answer("accueil_chambre_numero_visible", _("numéros de chambre bien visibles")),
    Answer("accueil_chambre_equipement_alerte", _("alerte adaptée dans la chambre")),
    Answer("accueil_chambre_accompagnement", _("accompagnement jusqu’à la chambre")),
    Answer("accueil_retrecissement", _("passage étroit vers l’accueil")),
    Answer("accueil_isoloir_accessibilite", _("isoloir accessible")),
    Answer("accueil_urne_accessibilite", _("urne accessible")),
    Answer("sanitaires_presence", _("toilettes pour le public")),
    Answer("sanitaires_adaptes", _("toilettes adaptées")),
    Answer("labels", _("labels obtenus"), CHOICES, _LABELS),
    Answer("labels_familles_handicap", _("besoins que le label reconnaît"), CHOICES, _NEEDS),
)
BY_NAME = {answer.name: answer for answer in ANSWERS}


def worded(access: dict[str, object]) -> Iterator[tuple[Answer, str]]:
    """The answers given, in the order of the way in, each with its value in French."""
    for answer in ANSWERS:
        value = access.get(answer.name)
        if value is not None and value != []:
            yield answer, _worded(answer, value)


def _worded(answer: Answer, value: object) -> str:
    if isinstance(value, bool):
        return str(_("oui") if value else _("non"))
    labels = dict(answer.choices)
    return ", ".join(str(labels.get(str(each), each)) for each in (value if isinstance(value, list) else [value]))
