"""The territories whose own columns are known, each with its declaration (``mapping.py``)."""

from __future__ import annotations

from typing import Any

from .mapping import Declaration

MAINE_ET_LOIRE: dict[str, Any] = {
    "id": {"colonne": "ID_LieuMed"},
    "nom": {"colonne": "NOM_STRUCTURE"},
    "commune": {"colonne": "COMMUNE"},
    "code_postal": {"colonne": "CP"},
    "adresse": {"joindre": {"colonnes": ["N°", "ADRESSE"], "séparateur": " "}},
    "complement_adresse": {"colonne": "COMP_ADRESSE"},
    "longitude": {"colonne": "x"},
    "latitude": {"colonne": "y"},
    "telephone": {"colonne": "NUM_TEL"},
    "site_web": {"colonne": "SITE_WEB"},
    "date_maj": {"colonne": "DAT_MaJ"},
    "typologie": [
        {"colonnes": ["SS_CAT"], "termes": ["association"], "cible": "ASSO"},
        {"colonnes": ["SS_CAT"], "termes": ["bibliothèque", "médiathèque"], "cible": "BIB"},
        {"colonnes": ["SS_CAT"], "termes": ["ccas"], "cible": "CCAS"},
        {"colonnes": ["SS_CAT"], "termes": ["centre social"], "cible": "CS"},
        {"colonnes": ["SS_CAT"], "termes": ["espace de vie sociale"], "cible": "EVS"},
        {"colonnes": ["SS_CAT"], "termes": ["france services"], "cible": "RFS"},
        {"colonnes": ["SS_CAT"], "termes": ["la poste"], "cible": "LA_POSTE"},
        {"colonnes": ["SS_CAT"], "termes": ["mds"], "cible": "MDS"},
        {"colonnes": ["SS_CAT"], "termes": ["mission locale"], "cible": "ML"},
        {"colonnes": ["SS_CAT"], "termes": ["pij"], "cible": "PIJ_BIJ"},
    ],
    "services": [
        {"colonnes": ["DEM_Gen", "DEM_Spe"], "termes": ["oui"], "cible": "Aide aux démarches administratives"},
        {"colonnes": ["INITIATION"], "termes": ["oui"], "cible": "Maîtrise des outils numériques du quotidien"},
        {"colonnes": ["INTERNET"], "termes": ["oui"], "cible": "Accès internet et matériel informatique"},
    ],
    "publics_specifiquement_adresses": [
        {"colonnes": ["PBC_Jeunes"], "termes": ["jeune", "jeunes"], "cible": "Jeunes"},
        {"colonnes": ["PBC_Senior"], "termes": ["senior", "seniors", "x"], "cible": "Seniors"},
    ],
    "frais_a_charge": [{"colonnes": ["PBC_Adh"], "termes": ["adhérent"], "cible": "Payant"}],
    "etat": [{"colonnes": ["AFFICHAGE"], "termes": ["inactif"], "cible": "inactif"}],
}

_FIRST_SERVICES = {
    "Aide aux démarches administratives": (
        "devenir autonome dans les démarches administratives",
        "réaliser des démarches administratives avec un accompagnement",
    ),
    "Maîtrise des outils numériques du quotidien": (
        "prendre en main un smartphone ou une tablette",
        "prendre en main un ordinateur",
        "utiliser le numérique au quotidien",
    ),
    "Insertion professionnelle via le numérique": ("favoriser mon insertion professionnelle",),
    "Compréhension du monde numérique": ("approfondir ma culture numérique",),
    "Accès internet et matériel informatique": ("accéder à une connexion internet", "accéder à du matériel"),
    "Acquisition de matériel informatique à prix solidaire": ("s'équiper en matériel informatique",),
    "Parentalité et éducation avec le numérique": ("soutenir la parentalité et l'éducation avec le numérique",),
}
"""The services of today’s schema ← the words of its first version."""

FIRST_SCHEMA: dict[str, Any] = {
    **{
        column: {"colonne": column}
        for column in "id pivot nom commune code_postal code_insee adresse complement_adresse latitude longitude "
        "telephone site_web presentation_resume presentation_detail source structure_parente date_maj typologie "
        "modalites_accompagnement prise_rdv".split()
    },
    "publics_specifiquement_adresses": {"colonne": "public_accueillis"},
    "modalites_acces": {"colonne": "conditions_acces"},
    "dispositif_programmes_nationaux": {"colonne": "labels_nationaux"},
    "autres_formations_labels": {"colonne": "labels_autres"},
    "services": [
        {"colonnes": ["services"], "termes": list(terms), "cible": service}
        for service, terms in _FIRST_SERVICES.items()
    ],
    "horaires": {"osm": "horaires"},
}
"""The national schema before 2024: the same place in fewer and older columns."""

DECLARATIONS: dict[str, Declaration] = {"maine-et-loire": MAINE_ET_LOIRE, "": FIRST_SCHEMA}
"""By the name that stands before the local keys, so that two territories never share one."""
