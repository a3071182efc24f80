"""Labels that towns and schools often aim at, in our own words. A starting point: the town corrects and dates it.

What a label asks is fixed by who gives it and changes; each entry says where it was read and what to check.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from preau.plan.labels.enums import Applicant


@dataclass(frozen=True, slots=True)
class Entry:
    """``compulsory`` and ``optional`` are the criteria; ``term_months`` is None where no fixed term was read."""

    key: str
    name: str
    given_by: str
    applicant: Applicant
    summary: str
    valid_from: date
    levels: tuple[str, ...]
    term_months: int | None
    notice_months: int
    compulsory: tuple[str, ...]
    optional: tuple[str, ...] = ()
    source: str = ""
    caution: str = ""


CATALOGUE: tuple[Entry, ...] = (
    Entry(
        "e3d",
        "E3D, établissement en démarche de développement durable",
        "l’académie",
        Applicant.SCHOOL,
        "Reconnaît une école, un collège ou un lycée qui fait du développement durable l’affaire de tous.",
        date(2024, 9, 1),
        ("engagement", "approfondissement", "déploiement"),
        60,
        9,
        (
            "Une personne référente coordonne la démarche, et un groupe la suit pendant l’année.",
            "Le projet d’école ou d’établissement en parle, et le conseil en a débattu.",
            "Plusieurs classes mènent un projet suivi, relié à ce qu’elles apprennent.",
            "Les élèves y tiennent un rôle : délégués à l’environnement, conseil d’élèves, décisions appliquées.",
            "Un partenaire du territoire y prend part : commune, association, parc, régie.",
            "L’école s’est située elle-même dans la grille de l’académie.",
        ),
        (
            "Le lieu change : cour, cantine, tri, énergie, déplacements.",
            "Des adultes de l’école se sont formés.",
            "Les effets sont observés et racontés aux familles.",
        ),
        "Présentations de la démarche E3D par les académies de Lyon, de Dijon et d’Occitanie.",
        "La grille et le calendrier de dépôt de votre académie.",
    ),
    Entry(
        "generation-2030",
        "Génération 2030",
        "l’Éducation nationale",
        Applicant.SCHOOL,
        "Fait une place au sport tous les jours, avec les clubs et les équipements du territoire.",
        date(2025, 12, 18),
        ("premier niveau", "deuxième niveau", "troisième niveau"),
        None,
        6,
        (
            "Trente minutes d’activité physique chaque jour sans cours d’EPS, à l’école primaire.",
            "Un projet construit avec un club ou une association sportive du territoire.",
            "Des équipements ouverts ou partagés avec la commune, hors du temps scolaire aussi.",
            "Des actions de santé : bouger, manger, dormir.",
        ),
        ("Un accueil adapté des élèves qui s’entraînent à haut niveau.",),
        "Note de service parue au Bulletin officiel du 18 décembre 2025 ; lecture de la Banque des territoires.",
        "La durée du label n’a pas été lue : reprenez celle de la décision.",
    ),
    Entry(
        "100-eac",
        "100 % EAC",
        "le préfet de région et le recteur",
        Applicant.TOWN,
        "Reconnaît une ville qui vise l’éducation artistique et culturelle pour tous ses enfants et ses jeunes.",
        date(2022, 1, 1),
        (),
        60,
        9,
        (
            "Un état des lieux : qui a déjà un parcours, qui n’en a pas encore.",
            "Un engagement voté par le conseil municipal.",
            "Un pilotage commun avec l’Éducation nationale et les services de la culture.",
            "Des actions à tous les âges, à l’école et après.",
            "Les trois piliers : rencontrer, pratiquer, connaître.",
        ),
        ("Des formations communes aux enseignants, aux animateurs et aux artistes.", "Un suivi chiffré, chaque année."),
        "Présentations du label par le ministère de la Culture et par la Fédération nationale des collectivités "
        "pour la culture.",
        "Le calendrier des dépôts de votre région.",
    ),
    Entry(
        "ville-amie-des-enfants",
        "Ville amie des enfants",
        "UNICEF France",
        Applicant.TOWN,
        "Engage la ville, pour un mandat, sur les droits de l’enfant.",
        date(2026, 1, 1),
        (),
        None,
        9,
        (
            "La candidature est votée par le conseil municipal.",
            "Un plan d’action couvre tout le mandat.",
            "Des enfants et des jeunes ont participé à son écriture.",
            "Il parle du bien-être, de l’égalité, de l’éducation et de la protection.",
            "Un tableau de suivi est rempli chaque année.",
        ),
        ("Une évaluation par un regard extérieur.",),
        "Présentation du titre par UNICEF France (mandat 2020-2026).",
        "Le titre suit le mandat municipal : son dernier jour est celui de la convention signée.",
    ),
    Entry(
        "qualivilles",
        "Qualivilles",
        "AFNOR Certification",
        Applicant.TOWN,
        "Certifie l’accueil des habitants dans un périmètre choisi de services.",
        date(2024, 1, 1),
        (),
        12,
        3,
        (
            "Le périmètre est écrit : quels accueils, quels sites.",
            "Les engagements de service sont affichés : horaires, délais, accueil.",
            "Les délais de réponse sont mesurés.",
            "La satisfaction des usagers est interrogée chaque année.",
            "Les réclamations sont enregistrées, et reçoivent une réponse.",
            "Un audit interne précède celui du certificateur.",
        ),
        ("Le résultat des mesures est publié.",),
        "Présentations de leur certification par des communes d’Île-de-France et de Gironde.",
        "Le référentiel d’AFNOR fait foi ; l’audit revient chaque année.",
    ),
    Entry(
        "info-jeunes",
        "Info Jeunes",
        "l’État (délégation régionale à la jeunesse)",
        Applicant.TOWN,
        "Reconnaît un lieu où tout jeune est informé, gratuitement et sans donner son nom.",
        date(2017, 4, 19),
        (),
        72,
        9,
        (
            "Une information objective, complète et à jour.",
            "Un accueil ouvert à tous les jeunes, sans condition.",
            "Un accueil personnalisé, qui respecte l’anonymat.",
            "Un accueil gratuit.",
            "Du personnel formé à l’information des jeunes.",
            "L’activité est évaluée, avec les jeunes.",
        ),
        (),
        "Textes sur le label Information jeunesse, lus dans la presse spécialisée.",
        "La durée de six ans est à vérifier auprès de la délégation régionale.",
    ),
)
