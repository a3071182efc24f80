"""Axis 1, first part: paths that complete each other."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.observatory.indicators.enums import Breakdown as B
from preau.observatory.indicators.enums import Direction as D
from preau.observatory.indicators.enums import Module as M
from preau.observatory.indicators.enums import Period as P
from preau.observatory.indicators.enums import Sensitivity as Sens
from preau.observatory.indicators.enums import Status as S
from preau.observatory.indicators.enums import Unit as U

from .entry import Entry

_CHILD = (B.AREA, B.LEVEL, B.SEX, B.QUOTIENT, B.AGE, B.DOMAIN)

PATHS = (
    Entry(
        "A1.G1.E1.i1",
        _("Jeunes de 11 à 17 ans qui pratiquent vraiment"),
        _("jeunes de 11 à 17 ans venus assez souvent dans l’année à une activité de la ville ou d’un partenaire"),
        _("habitants de 11 à 17 ans"),
        _(
            "Les lieux d’accès libre n’inscrivent personne : leurs visites se comptent à part. Une association qui ne transmet rien fait baisser le chiffre."
        ),
        by=(B.AREA, B.LEVEL, B.SEX, B.QUOTIENT, B.DOMAIN),
        read_with=("A1.G1.E1.i3",),
        minutes=20,
        differs=_(
            "Le nombre d’habitants de cet âge vient d’une source extérieure, saisie avec sa date. Les 18-25 ans se comptent de la même façon, à part."
        ),
    ),
    Entry(
        "A1.G1.E1.i2",
        _("Jeunes qui viennent pour la première fois depuis deux ans"),
        _("participants de 11 à 17 ans sans aucune présence dans les 24 mois d’avant"),
        _("participants de 11 à 17 ans"),
        _("Un public qui tourne beaucoup le fait monter : à lire avec la fidélité d’une année à l’autre."),
        direction=D.RISE_THEN_HOLD,
        by=(B.AREA, B.SEX, B.QUOTIENT, B.DOMAIN),
        read_with=("A1.G1.E1.i3",),
    ),
    Entry(
        "A1.G1.E1.i3",
        _("Jeunes encore là l’année suivante"),
        _("participants de l’année encore actifs l’année d’après"),
        _("participants actifs de l’année qui n’avaient pas 18 ans l’année d’après"),
        _("Les familles qui déménagent comptent comme des départs."),
        by=(B.AREA, B.SEX, B.QUOTIENT, B.DOMAIN),
        read_with=("A1.G1.E1.i2",),
    ),
    Entry(
        "A1.G1.E2.i1",
        _("Projets portés à plusieurs et bilan fait"),
        _("actions de l’année menées par au moins trois structures de deux institutions, dont le bilan est écrit"),
        _("actions engagées dans l’année"),
        _("On peut citer des partenaires qui n’ont rien fait : seuls comptent ceux dont le rôle est écrit."),
        read_with=("A1.G1.E2.i2",),
        differs=_("La plateforme ne distingue pas encore les projets phares : toutes les actions engagées comptent."),
    ),
    Entry(
        "A1.G1.E2.i2",
        _("Structures qui ont un rôle dans une action, en moyenne"),
        _("structures qui portent l’action ou y ont un rôle écrit"),
        _("actions engagées dans l’année"),
        _("Être nombreux ne dit rien de la qualité."),
        direction=D.RISE_THEN_HOLD,
        unit=U.MEAN,
        read_with=("A1.G1.E2.i1",),
        differs=_("La plateforme ne distingue pas encore les projets phares : toutes les actions engagées comptent."),
    ),
    Entry(
        "A1.G1.E3.i1",
        _("Structures actives dans une action de circonscription ou de département"),
        _("écoles, accueils et crèches qui ont présenté, co-organisé ou accueilli une action de ce niveau"),
        _("écoles, accueils et crèches de la ville"),
        _("La ville doit d’abord dire ce que « participer activement » veut dire."),
        status=S.TYPED,
        minutes=60,
    ),
    Entry(
        "A1.G1.E4.i1",
        _("Établissements qui ont un label en cours de validité"),
        _("structures qui ont au moins un label valable à cette date"),
        _("structures qui peuvent y prétendre"),
        _("Chercher des labels n’est pas un but. Un label échu sort du compte à sa date."),
        period=P.JUNE,
        read_with=("A1.G1.E4.i2",),
        minutes=30,
    ),
    Entry(
        "A1.G1.E4.i2",
        _("Étapes de labels franchies à temps"),
        _("étapes faites au plus tard à leur date"),
        _("étapes dont la date est passée"),
        _("Des étapes faciles le font monter."),
        read_with=("A1.G1.E4.i1",),
    ),
    Entry(
        "A1.G1.E5.i1",
        _("Enfants qui découvrent un domaine nouveau"),
        _("participants venus au moins une fois dans un domaine où ils n’étaient jamais venus"),
        _("participants déjà venus une année d’avant"),
        _(
            "Dépend de la liste des domaines, gelée pour cela. Goûter à tout n’est pas persévérer : à lire avec la fidélité."
        ),
        direction=D.RISE_THEN_HOLD,
        by=(B.AREA, B.LEVEL, B.SEX, B.QUOTIENT, B.AGE),
        read_with=("A1.G1.E1.i3",),
    ),
    Entry(
        "A1.G1.E5.i2",
        _("Écart du nombre de domaines entre familles modestes et aisées"),
        _(
            "nombre médian de domaines par participant dans la tranche de quotient la plus basse, moins celui de la plus haute"
        ),
        "",
        _("Le quotient n’est pas toujours connu : les inconnus sont laissés de côté, et leur part est dite."),
        direction=D.ZERO,
        unit=U.GAP,
        sensitivity=Sens.SENSITIVE,
        read_with=("A2.G2.E2.i3",),
    ),
    Entry(
        "A1.G1.E6.i1",
        _("Enfants qui ont envie de recommencer"),
        _("enfants de 6 ans et plus qui répondent « j’ai envie de recommencer »"),
        _("enfants qui ont répondu"),
        _(
            "On répond pour faire plaisir. Sous 20 réponses, rien n’est montré. Comparer projets numériques et autres projets."
        ),
        period=P.CYCLE,
        status=S.SURVEY,
        minutes=240,
    ),
    Entry(
        "A1.G1.E6.i2",
        _("Assiduité aux séances numériques et aux autres"),
        _("part des inscrits présents aux séances numériques, moins celle des autres séances"),
        "",
        _("La météo et les maladies jouent. L’attrait du nouveau s’use."),
        period=P.TERM,
        unit=U.POINTS,
        read_with=("A1.G1.E6.i1",),
        differs=_(
            "Une activité compte comme numérique quand son domaine est « sciences et numérique », faute d’un domaine plus précis ; elle est comparée à toutes les autres."
        ),
    ),
    Entry(
        "A1.G1.E7.i1",
        _("Agents à qui les outils font gagner du temps"),
        _("agents qui donnent 4 ou 5 sur 5 à « les outils me font gagner du temps »"),
        _("agents qui ont répondu"),
        _("Dire le taux de réponse. Rien sous 10 réponses."),
        status=S.SURVEY,
        minutes=120,
    ),
    Entry(
        "A1.G1.E7.i2",
        _("Renseignements saisis plusieurs fois"),
        _("renseignements saisis dans deux outils ou plus"),
        _("renseignements de l’inventaire du service"),
        _("Un inventaire fait une fois puis oublié ne dit plus rien."),
        direction=D.DOWN,
        status=S.TYPED,
        minutes=480,
    ),
    Entry(
        "A1.G1.E7.i3",
        _("Temps pour terminer l’appel"),
        _("minutes médianes entre la fin d’une séance et le dernier pointage de sa liste"),
        "",
        _("Jamais par personne : ce serait surveiller les agents. Une correction faite plus tard l’allonge."),
        direction=D.DOWN,
        period=P.MONTH,
        unit=U.MINUTES,
    ),
    Entry(
        "A1.G1.E8.i1",
        _("Matériel prêté à d’autres"),
        _("objets partageables prêtés au moins une fois à une structure qui ne les possède pas"),
        _("objets partageables"),
        _("On peut déclarer un objet non partageable : montrer leur part."),
        status=S.WAITING,
        waits_for=M.LENDING,
    ),
    Entry(
        "A1.G1.E8.i2",
        _("Fiches de pratique reprises ailleurs"),
        _("fiches reprises par une autre structure"),
        _("fiches publiées"),
        _("Ouvrir une fiche n’est pas la reprendre."),
        status=S.WAITING,
        waits_for=M.LENDING,
    ),
    Entry(
        "A1.G1.E9.i1",
        _("Accueils liés au projet de leur école"),
        _("binômes école et accueil qui ont au moins une fiche commune validée par les deux"),
        _("binômes école et accueil de l’année"),
        _("Un lien coché n’est pas un lien vécu : à lire avec la note de cohérence."),
        read_with=("A1.G1.E9.i2",),
        differs=_(
            "La validation de la fiche commune par les deux côtés tient lieu de lien avec un axe du projet d’école."
        ),
    ),
    Entry(
        "A1.G1.E9.i2",
        _("Cohérence des fiches communes, notée à deux"),
        _("somme des notes, de 0 à 3, données par deux personnes des deux côtés à des fiches tirées au hasard"),
        _("fiches notées"),
        _("Vingt fiches au plus, tirées au hasard, jamais choisies."),
        unit=U.MEAN,
        status=S.TYPED,
        minutes=180,
        read_with=("A1.G1.E9.i1",),
    ),
    Entry(
        "A1.G1.E10.i1",
        _("Variété de l’offre à chaque moment de la semaine"),
        _("cases (lieu, moment, famille de domaines) où des enfants sont venus"),
        _("cases possibles : chaque moment vécu dans chaque lieu, pour chaque famille de domaines"),
        _("Une offre sur le papier ne compte pas : il faut des présences."),
        period=P.TERM,
    ),
    Entry(
        "A1.G1.E10.i2",
        _("Enfants qui varient les activités et les moments"),
        _("enfants présents dans au moins deux familles de domaines et à au moins deux moments de la semaine"),
        _("enfants présents au moins une fois"),
        _("Un enfant peut être fatigué d’en faire trop : regarder aussi les heures passées en collectivité."),
        by=_CHILD[:5],
    ),
    Entry(
        "A1.G1.E11.i1",
        _("Écoles avec un projet commun ville et Éducation nationale"),
        _("écoles qui portent avec la ville au moins une action dont le bilan est fait"),
        _("écoles de la ville"),
        _("Couper un projet en cinq ne l’améliore pas : on compte d’abord les écoles."),
    ),
    Entry(
        "A1.G1.E12.i1",
        _("Adultes qui connaissent le projet de l’autre"),
        _("enseignants et agents qui savent citer une priorité du projet de l’autre"),
        _("personnes qui ont répondu"),
        _("Répondent surtout ceux que le sujet intéresse."),
        status=S.SURVEY,
        minutes=120,
    ),
    Entry(
        "A1.G1.E12.i2",
        _("Binômes où chacun a ouvert le projet de l’autre"),
        _("binômes dont les deux résumés ont été ouverts par l’autre côté"),
        _("binômes école et accueil de l’année"),
        _("Ouvrir n’est pas lire."),
        read_with=("A1.G1.E12.i1",),
    ),
)
