"""Axis 1, second part: adults who meet, train, share and hand over."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.observatory.indicators.enums import Direction as D
from preau.observatory.indicators.enums import Module as M
from preau.observatory.indicators.enums import Period as P
from preau.observatory.indicators.enums import Sensitivity as Sens
from preau.observatory.indicators.enums import Status as S
from preau.observatory.indicators.enums import Unit as U

from .entry import Entry

ADULTS = (
    Entry(
        "A1.G2.E1.i1",
        _("Sites où les adultes se réunissent sans les enfants"),
        _("sites ayant tenu trois réunions sans enfants, entre deux institutions, au compte rendu approuvé"),
        _("sites de la ville"),
        _("Des réunions vides comptent autant : à lire avec les décisions suivies."),
        status=S.WAITING,
        waits_for=M.MEETINGS,
        read_with=("A1.G2.E1.i2",),
    ),
    Entry(
        "A1.G2.E1.i2",
        _("Décisions de réunion suivies d’effet"),
        _("actions décidées en réunion, faites ou expliquées dans les 90 jours"),
        _("actions décidées en réunion"),
        _("De toutes petites actions le font monter."),
        status=S.WAITING,
        waits_for=M.MEETINGS,
    ),
    Entry(
        "A1.G2.E2.i1",
        _("Structures qui travaillent deux à deux"),
        _("paires de structures qui ont un rôle dans une même action de l’année"),
        _("paires possibles entre structures de la ville"),
        _(
            "Une grande action qui cite tout le monde relie tout le monde : celles de plus de 15 structures ne comptent pas."
        ),
        differs=_("Les réunions communes ne sont pas encore comptées, et la ville entière forme un seul secteur."),
    ),
    Entry(
        "A1.G2.E3.i1",
        _("Écoles qui ont un document commun récent avec la ville"),
        _("écoles qui ont signé avec la ville une convention votée il y a moins de 24 mois"),
        _("écoles de la ville"),
        _("Adopté ne veut pas dire connu."),
        period=P.JUNE,
        read_with=("A1.G1.E12.i1",),
        differs=_(
            "Une convention signée par l’école et en vigueur tient lieu de document commun ; les chartes attendent leur outil."
        ),
    ),
    Entry(
        "A1.G2.E4.i1",
        _("Adultes formés avec d’autres métiers"),
        _("agents et enseignants venus à au moins une formation commune à deux institutions"),
        _("agents et enseignants"),
        _("Remplir des chaises n’est pas apprendre."),
        status=S.WAITING,
        waits_for=M.TRAINING,
        read_with=("A1.G2.E4.i2",),
    ),
    Entry(
        "A1.G2.E4.i2",
        _("Formations dont on se sert trois mois après"),
        _("participants qui disent s’en être servis concrètement"),
        _("participants qui ont répondu"),
        _("Dire le taux de réponse."),
        status=S.SURVEY,
        minutes=120,
    ),
    Entry(
        "A1.G2.E5.i1",
        _("Conventions en vigueur"),
        _("conventions en vigueur à cette date"),
        _("conventions prévues ou en vigueur"),
        _("Signée n’est pas appliquée : la date du bilan annuel est gardée à côté."),
        direction=D.FULL,
        period=P.JUNE,
        minutes=30,
        differs=_(
            "La plateforme ne dit pas encore si une convention porte sur l’EPS ou l’éducation artistique : toutes comptent."
        ),
    ),
    Entry(
        "A1.G2.E6.i1",
        _("Climat de l’école, vu par les élèves"),
        _("moyenne des réponses, à partir du CE2, à huit questions toujours les mêmes"),
        "",
        _(
            "Ne jamais classer les écoles. L’État mène ses propres enquêtes : voir avec l’inspection avant de doubler. Rien sous 20 réponses."
        ),
        unit=U.SCORE,
        status=S.SURVEY,
        minutes=360,
        sensitivity=Sens.SENSITIVE,
        read_with=("A1.G2.E6.i2",),
    ),
    Entry(
        "A1.G2.E6.i2",
        _("Incidents notés à la pause méridienne"),
        _("incidents notés pendant la pause méridienne"),
        _("journées d’enfant à la pause méridienne"),
        _("Noter davantage veut souvent dire mieux regarder."),
        direction=D.NONE,
        period=P.TERM,
        unit=U.RATE,
        status=S.WAITING,
        waits_for=M.SAFEGUARDING,
        sensitivity=Sens.SENSITIVE,
        read_with=("A1.G2.E6.i1",),
    ),
    Entry(
        "A1.G2.E7.i1",
        _("Écoles avec une convention de partage des locaux"),
        _("écoles qui ont signé une convention de partage en vigueur"),
        _("écoles de la ville"),
        _("Signée n’est pas vécue : à lire avec les réservations annulées."),
        period=P.JUNE,
        read_with=("A1.G2.E7.i2",),
    ),
    Entry(
        "A1.G2.E7.i2",
        _("Réservations annulées par l’autre au dernier moment"),
        _("réservations annulées dans les sept jours par l’occupant prioritaire"),
        _("réservations de l’autre occupant"),
        _("Des demandes moins nombreuses le font baisser."),
        direction=D.DOWN,
        period=P.TERM,
        status=S.WAITING,
        waits_for=M.LENDING,
        read_with=("A1.G2.E7.i1",),
    ),
    Entry(
        "A1.G2.E8.i1",
        _("Passages d’une structure à l’autre préparés ensemble"),
        _("écoles, collèges et crèches qui ont un rôle dans une action passerelle dont le bilan est fait"),
        _("écoles, collèges et crèches"),
        _("Une seule visite n’est pas un projet : il en faut deux."),
        differs=_(
            "La carte des passages n’existe pas encore : on compte les structures, non les passages, et les actions du thème passerelle."
        ),
    ),
    Entry(
        "A1.G2.E9.i1",
        _("Rentrées bien vécues par les enfants"),
        _("enfants, ou parents avant 6 ans, qui répondent « bien » ou « très bien » un mois après"),
        _("réponses"),
        _("Demander avec des visages. Comparer ceux qui ont eu une passerelle et les autres."),
        status=S.SURVEY,
        minutes=240,
    ),
    Entry(
        "A1.G2.E9.i2",
        _("Enfants qui ont visité avant d’arriver"),
        _("enfants venus au moins deux fois avant leur premier jour"),
        _("enfants dont le passage est connu"),
        _("On ne connaît pas les enfants gardés à la maison."),
        status=S.WAITING,
        waits_for=M.HANDOVER,
    ),
    Entry(
        "A1.G2.E10.i1",
        _("Fiches de passage lues avant le premier jour"),
        _("fiches acceptées par les parents et reçues avant le premier jour"),
        _("fiches acceptées par les parents"),
        _("Accuser réception n’est pas lire."),
        status=S.WAITING,
        waits_for=M.HANDOVER,
        sensitivity=Sens.SENSITIVE,
    ),
    Entry(
        "A1.G2.E10.i2",
        _("Familles à qui une fiche de passage a été proposée"),
        _("familles avec une adaptation à qui la fiche a été proposée"),
        _("familles avec une adaptation qui changent de lieu"),
        _("Ne jamais prendre pour but la part des familles qui acceptent."),
        direction=D.FULL,
        status=S.WAITING,
        waits_for=M.HANDOVER,
        sensitivity=Sens.SENSITIVE,
    ),
    Entry(
        "A1.G2.E11.i1",
        _("Parents rassurés"),
        _("parents qui donnent 4 ou 5 sur 5 à « je me sens rassuré »"),
        _("parents qui ont répondu"),
        _("Répondent surtout les contents."),
        status=S.SURVEY,
        minutes=120,
    ),
    Entry(
        "A1.G2.E12.i1",
        _("Entente entre adultes"),
        _("moyenne des réponses à trois questions, tous sites réunis"),
        "",
        _("Jamais par site sous 10 réponses. Une année de conflit social fausse tout."),
        unit=U.SCORE,
        status=S.SURVEY,
        minutes=90,
    ),
)
