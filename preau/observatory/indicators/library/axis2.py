"""Axis 2: everybody finds a place, wherever they live and whatever they need."""

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

AXIS_2 = (
    Entry(
        "A2.G1.E1.i1",
        _("Attente d’un enfant en situation de handicap avant son accueil"),
        _("jours médians entre le premier contact et le premier jour d’accueil prévu ; aussi le neuvième décile"),
        "",
        _("Le compteur part du premier contact, jamais du « dossier complet »."),
        direction=D.DOWN,
        unit=U.DAYS,
        status=S.WAITING,
        waits_for=M.INCLUSION,
        sensitivity=Sens.SENSITIVE,
        read_with=("A2.G1.E1.i3",),
    ),
    Entry(
        "A2.G1.E1.i2",
        _("Adaptations prêtes le premier jour"),
        _("plans d’accueil dont toutes les adaptations étaient en place le premier jour"),
        _("plans d’accueil commencés"),
        _("Le site le déclare : les parents confirment."),
        period=P.TERM,
        status=S.WAITING,
        waits_for=M.INCLUSION,
        sensitivity=Sens.SENSITIVE,
    ),
    Entry(
        "A2.G1.E1.i3",
        _("Heures d’accueil accordées"),
        _("heures accordées"),
        _("heures demandées"),
        _("Des familles découragées demandent moins : montrer aussi le nombre de demandes."),
        status=S.WAITING,
        waits_for=M.INCLUSION,
        sensitivity=Sens.SENSITIVE,
    ),
    Entry(
        "A2.G1.E2.i1",
        _("Activités dont l’accessibilité est dite et vérifiée"),
        _("activités publiées qui disent ce qu’elles adaptent, vérifiées il y a moins de douze mois"),
        _("activités publiées"),
        _("Retirer des activités le fait monter : le nombre d’activités est montré à côté."),
        period=P.MONTH,
    ),
    Entry(
        "A2.G1.E2.i2",
        _("Familles qui ont trouvé l’information"),
        _("familles accompagnées qui répondent « j’ai trouvé l’information »"),
        _("familles qui ont répondu"),
        _("Sous 11 réponses, rien n’est montré."),
        status=S.SURVEY,
        minutes=90,
        sensitivity=Sens.SENSITIVE,
    ),
    Entry(
        "A2.G1.E3.i1",
        _("Familles accompagnées sans attendre"),
        _("familles avec un référent nommé et un premier contact sous dix jours ouvrés"),
        _("familles qui ont un dossier"),
        _("Un contact n’est pas une aide."),
        status=S.WAITING,
        waits_for=M.INCLUSION,
        sensitivity=Sens.SENSITIVE,
        read_with=("A2.G1.E3.i2",),
    ),
    Entry(
        "A2.G1.E3.i2",
        _("Accompagnements terminés avec l’accord de la famille"),
        _("accompagnements terminés dont la famille approuve l’issue"),
        _("accompagnements terminés"),
        _("De petits nombres : beaucoup resteront masqués."),
        status=S.WAITING,
        waits_for=M.INCLUSION,
        sensitivity=Sens.SENSITIVE,
    ),
    Entry(
        "A2.G1.E4.i1",
        _("Égalité d’accès des enfants en situation de handicap"),
        _("part des enfants avec un plan d’accueil qui viennent régulièrement"),
        _("même part pour l’ensemble des enfants scolarisés"),
        _(
            "Le nombre d’enfants concernés est un total donné par l’État ou la MDPH. Les enfants sans notification manquent. Aucun nom n’est importé."
        ),
        direction=D.ONE,
        unit=U.RATIO,
        status=S.WAITING,
        waits_for=M.INCLUSION,
        sensitivity=Sens.SENSITIVE,
    ),
    Entry(
        "A2.G1.E4.i2",
        _("Écart d’heures d’accueil par semaine"),
        _("heures médianes des enfants avec un plan d’accueil, moins celles des autres"),
        "",
        _("Un temps partiel peut être choisi."),
        direction=D.ZERO,
        period=P.TERM,
        unit=U.HOURS,
        status=S.WAITING,
        waits_for=M.INCLUSION,
        sensitivity=Sens.SENSITIVE,
    ),
    Entry(
        "A2.G1.E4.i3",
        _("Refus et arrêts décidés par l’organisateur"),
        _("refus, arrêts et réductions d’accueil décidés par l’organisateur"),
        "",
        _("Un « pas aujourd’hui » est un refus caché : les parents doivent pouvoir le dire sans donner leur nom."),
        direction=D.DOWN,
        unit=U.COUNT,
        status=S.WAITING,
        waits_for=M.INCLUSION,
        sensitivity=Sens.SENSITIVE,
    ),
    Entry(
        "A2.G1.E5.i1",
        _("Associations qui adaptent une activité"),
        _("associations dont au moins une activité publiée dit ce qu’elle adapte"),
        _("associations qui ont une activité publiée"),
        _("C’est déclaré : une visite le confirme."),
        differs=_(
            "On compte ce que la fiche annonce ; les enfants vraiment reçus se compteront avec l’outil d’accueil."
        ),
    ),
    Entry(
        "A2.G2.E1.i1",
        _("Foyers joints en une semaine"),
        _("foyers visés dont on sait qu’ils ont été joints sous sept jours"),
        _("foyers visés"),
        _("Une lettre ne compte qu’avec un retour ou un relais. Aucun pisteur dans les messages."),
        period=P.MONTH,
        status=S.WAITING,
        waits_for=M.PUBLICATIONS,
    ),
    Entry(
        "A2.G2.E1.i2",
        _("Écart d’information selon le support et la langue"),
        _("part des foyers joints qui ont choisi le papier ou une autre langue, moins celle des autres"),
        "",
        _("De petits groupes."),
        direction=D.ZERO,
        period=P.TERM,
        unit=U.POINTS,
        status=S.WAITING,
        waits_for=M.PUBLICATIONS,
        sensitivity=Sens.SENSITIVE,
    ),
    Entry(
        "A2.G2.E2.i1",
        _("Foyers nouveaux ou revenus"),
        _("foyers participants sans aucune présence dans les 24 mois d’avant"),
        _("foyers participants"),
        _("Un foyer qui vient d’arriver en ville n’était pas « éloigné »."),
        direction=D.RISE_THEN_HOLD,
        by=(B.AREA, B.QUOTIENT),
        read_with=("A1.G1.E1.i3",),
    ),
    Entry(
        "A2.G2.E2.i2",
        _("Écart de participation entre familles modestes et aisées"),
        _("taux de participation de la tranche de quotient la plus basse, moins celui de la plus haute"),
        "",
        _("On ne connaît pas le quotient des familles qui n’ont jamais rien demandé à la ville."),
        direction=D.ZERO,
        unit=U.POINTS,
        sensitivity=Sens.SENSITIVE,
        read_with=("A2.G2.E2.i3",),
        differs=_("La comparaison porte sur les enfants que la ville connaît, et non sur tous ceux de la CAF."),
    ),
    Entry(
        "A2.G2.E2.i3",
        _("Participation selon le quotient : qui en profite"),
        _("indice de concentration : 0 si tous participent autant, positif si les plus aisés participent plus"),
        "",
        _("Les quotients inconnus forment une classe à part, jamais devinée ; sa taille est dite."),
        direction=D.ZERO,
        unit=U.INDEX,
        sensitivity=Sens.SENSITIVE,
        read_with=("A2.G2.E2.i2",),
        differs=_("Calculé par tranche, parmi les enfants que la ville connaît."),
    ),
    Entry(
        "A2.G2.E3.i1",
        _("Participants et habitants, quartier par quartier"),
        _(
            "part des participants qui devraient habiter ailleurs pour que chaque quartier soit représenté comme il est peuplé"
        ),
        "",
        _("Les petits quartiers sont réunis. Le résultat dépend du découpage."),
        direction=D.DOWN,
        unit=U.SHARE,
        differs=_(
            "Les enfants de chaque quartier sont ceux que la ville connaît, et non tous les habitants de 3 à 17 ans."
        ),
    ),
    Entry(
        "A2.G2.E3.i2",
        _("Filles et garçons : distance à la moitié"),
        _("distance à 50 % de la part des filles, en moyenne sur les familles de domaines"),
        "",
        _("Le sexe n’est pas demandé là où il ne sert à rien : les inconnus sont laissés de côté."),
        direction=D.DOWN,
        unit=U.POINTS,
        by=(B.DOMAIN,),
    ),
    Entry(
        "A2.G2.E4.i1",
        _("Enfants qui fréquentent plusieurs lieux de culture"),
        _("participants de 3 à 17 ans venus dans au moins trois lieux de culture"),
        _("participants de 3 à 17 ans"),
        _("C’est un indice de passage : la culture elle-même ne se mesure pas, et aucun enfant n’est interrogé."),
        by=(B.AREA, B.LEVEL, B.SEX, B.QUOTIENT, B.AGE),
        differs=_(
            "La plateforme ne distingue pas encore les sortes de lieux de culture : chaque lieu compte pour une sorte."
        ),
    ),
    Entry(
        "A2.G2.E4.i2",
        _("Œuvre, lieu ou artiste découvert"),
        _("réponses qui citent une œuvre, un lieu ou un artiste découvert"),
        _("réponses"),
        _("On répond pour faire plaisir."),
        period=P.CYCLE,
        status=S.SURVEY,
        minutes=180,
    ),
)
