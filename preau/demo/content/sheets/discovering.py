"""Axis 1: discovering, practising, learning together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .shapes import Milestone, Money, Partner, Review, Sheet, Step, at

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "La rentrée à petits pas",
        "Une matinée pour que les futurs CP visitent la grande école avec ceux qui les y attendent.",
        "ecole-coteaux", "accueil-coteaux", "nadege.toussaint", at(9, 1, 7),
        ("A1.G2.O6",), ("transition",), ("children", "families"), (5, 6),
        (date(2026, 9, 2), date(2026, 9, 11)), ("school", "lunch"), ("les-coteaux",),
        description="Les enfants suivent un jeu de piste dessiné par les CM2 : la classe, le préau, la cantine, les toilettes. "
        "Chacun rapporte une photo de l’endroit qu’il préfère.",
        means="Deux animateurs détachés trois matinées, l’enseignante de grande section, dix CM2 volontaires.",
        partners=(Partner("petite-enfance", "advises", "Relit le jeu de piste avec les plus jeunes en tête"),),
        budget=(Money("Impression et goûter", 120), Money("Coopérative de l’école", 120, "ecole-coteaux", 120)),
        steps=(
            Step("propose", "nadege.toussaint", at(9, 1, 8)),
            Step("sign", "nadege.toussaint", at(9, 1, 8, 5), side="ecole-coteaux"),
            Step("sign", "lucas.ferrand", at(9, 1, 12), side="accueil-coteaux"),
            Step("schedule", "nadege.toussaint", at(9, 1, 16)),
            Step("start", "nadege.toussaint", at(9, 2, 7)),
            Step("review", "nadege.toussaint", at(9, 24, 15)),
            Step("archive", "yasmine.ferhat", at(10, 20, 8)),
        ),
        review=Review(
            "Trois matinées au lieu de deux, parce que les familles en ont redemandé une.",
            41, 38,
            "Les CM2 ont pris leur rôle de guides très au sérieux. Les parents ont mangé à la cantine.",
            "Prévenir les crèches plus tôt : six enfants sont arrivés sans avoir été annoncés.",
            "Presque plus de pleurs à la grille dès le troisième jour, d’après l’équipe du matin.",
            Decimal("134.60"),
        ),
    ),
    Sheet(
        "Tous à bord : l’aviron pour chaque CM2",
        "Une demi-journée sur l’eau pour tous les CM2 de la ville, qu’ils sachent déjà ramer ou non.",
        "aviron", "ecole-coteaux", "karim.haddad", at(9, 3, 9),
        ("A1.G1.O5", "A2.G2.O7"), ("sport",), ("classes",), (9, 11),
        (date(2026, 9, 14), date(2026, 10, 9)), ("school",), ("base-nautique",),
        description="Par quatre dans un bateau large, avec un barreur du club. À terre, les autres apprennent les nœuds et lisent "
        "la carte du fleuve.",
        means="Six bateaux d’initiation, quatre encadrants diplômés, un bateau de sécurité.",
        contact="karim.haddad",
        partners=(Partner("sports", "lends", "Le minibus et les gilets"),),
        milestones=(
            Milestone("Vérifier les brevets de natation", date(2026, 9, 11), at(9, 10, 16)),
            Milestone("Rendre les gilets lavés", date(2026, 10, 16), at(10, 15, 10)),
        ),
        budget=(
            Money("Encadrement", 1_800), Money("Transport", 640),
            Money("Subvention de la ville", 1_900, "sports", 1_900), Money("Part du club", 540, "aviron", 540),
        ),
        steps=(
            Step("propose", "karim.haddad", at(9, 3, 10)),
            Step("sign", "karim.haddad", at(9, 3, 10, 10), side="aviron"),
            Step("sign", "nadege.toussaint", at(9, 4, 17), side="ecole-coteaux"),
            Step("schedule", "karim.haddad", at(9, 7, 9)),
            Step("start", "karim.haddad", at(9, 14, 8)),
        ),
    ),
    Sheet(
        "Nager avant la sixième, premier palier",
        "Vingt séances pour que les CM1 des Tilleuls entrent dans l’eau sans peur et en sortent fiers.",
        "sports", "ecole-tilleuls", "loic.garandeau", at(9, 18, 9),
        ("A1.G1.O4",), ("sport", "health"), ("classes",), (9, 10),
        (date(2026, 11, 9), date(2027, 1, 29)), ("school",), ("piscine-du-fleuve",),
        description="Groupes de huit, selon l’aisance et non selon la classe. Chaque séance finit par dix minutes de jeu libre : "
        "c’est là que l’on voit qui ose.",
        means="Deux maîtres-nageurs, deux enseignants, quatre parents agréés. Un car les lundis et jeudis.",
        contact="loic.garandeau",
        partners=(
            Partner("parents", "leads", "Quatre parents agréés accompagnent dans l’eau"),
            Partner("ccas", "finances", "Maillots et serviettes pour qui n’en a pas"),
        ),
        milestones=(
            Milestone("Faire agréer les parents accompagnateurs", date(2026, 10, 16), at(10, 14, 11)),
            Milestone("Relever les niveaux de départ", date(2026, 11, 20)),
            Milestone("Inviter les familles à la dernière séance", date(2027, 1, 15)),
        ),
        budget=(
            Money("Maîtres-nageurs", 2_400), Money("Car", 1_620), Money("Maillots", 180),
            Money("Budget du service", 3_200, "sports", 3_200), Money("Aide à la natation scolaire", 800, "circonscription"),
            Money("Maillots", 180, "ccas", 180),
        ),
        steps=(
            Step("propose", "loic.garandeau", at(9, 25, 9)),
            Step("sign", "claire.aubin", at(9, 28, 17), side="ecole-tilleuls"),
            Step("sign", "loic.garandeau", at(9, 29, 8), side="sports"),
            Step("schedule", "loic.garandeau", at(10, 5, 9)),
            Step("start", "loic.garandeau", at(11, 9, 8)),
        ),
        comments=(
            ("claire.aubin", at(11, 12, 17), "Le car est arrivé avec vingt minutes de retard jeudi : le groupe B n’a eu que dix minutes d’eau."),
            ("loic.garandeau", at(11, 13, 8), "Vu avec le transporteur. Il partira de l’école un quart d’heure plus tôt dès lundi."),
        ),
    ),
    Sheet(
        "Les CE2 au Lavoir, sur scène et dans la salle",
        "Chaque classe de CE2 prépare six minutes de spectacle, et revient le mois suivant s’asseoir dans le public.",
        "culture", "ecole-tilleuls", "huong.tran", at(10, 1, 9),
        ("A1.G1.O2", "A1.G1.O1"), ("culture",), ("classes", "families"), (8, 9),
        (date(2027, 1, 11), date(2027, 3, 19)), ("school", "evening"), ("theatre-du-lavoir", "les-tilleuls"),
        description="Les enfants choisissent un objet de la maison et lui inventent une histoire. Une comédienne les aide à la "
        "jouer ; ils règlent eux-mêmes les lumières.",
        means="Une comédienne douze séances, la salle les vendredis, un régisseur une journée.",
        contact="huong.tran",
        partners=(Partner("Compagnie du Quai bleu", "leads", "Une comédienne et sa régisseuse"),),
        milestones=(
            Milestone("Choisir les objets en classe", date(2026, 12, 18)),
            Milestone("Essayer la scène", date(2027, 2, 12)),
        ),
        budget=(
            Money("Comédienne", 2_160), Money("Régie", 480),
            Money("Budget du théâtre", 1_640, "culture", 1_640), Money("Projet artistique", 1_000, "circonscription"),
        ),
        steps=(
            Step("propose", "huong.tran", at(10, 6, 9)),
            Step("sign", "huong.tran", at(10, 6, 9, 5), side="culture"),
            Step("sign", "claire.aubin", at(10, 8, 18), side="ecole-tilleuls"),
            Step("schedule", "huong.tran", at(10, 12, 10)),
        ),
    ),
    Sheet(
        "Le midi qui bouge : aviron au sec et danse",
        "Deux midis par semaine, ramer en salle et danser, pour les élèves de cycle 3 que la cour ennuie.",
        "aviron", "sports", "karim.haddad", at(11, 9, 9),
        ("A1.G1.O5",), ("sport", "culture"), ("children",), (9, 11),
        (date(2027, 1, 25), date(2027, 4, 2)), ("lunch",), ("les-tilleuls",),
        description="Dix rameurs d’intérieur et une professeure de danse. Les enfants changent de groupe à la mi-trimestre, filles "
        "et garçons mêlés.",
        means="Dix rameurs prêtés par le club, le gymnase des Tilleuls de 12 h à 13 h.",
        contact="karim.haddad",
        budget=(
            Money("Encadrement", 960), Money("Professeure de danse", 720),
            Money("Subvention demandée", 1_000, "sports"), Money("Part du club", 400, "aviron", 400),
        ),
        steps=(
            Step("propose", "karim.haddad", at(11, 17, 9)),
            Step("sign", "karim.haddad", at(11, 17, 9, 10), side="aviron"),
        ),
        comments=(("karim.haddad", at(11, 23, 12), "@loic.garandeau le gymnase est-il libre les mardis, ou faut-il passer au lundi ?"),),
    ),
    Sheet(
        "Percussions du mercredi",
        "Un orchestre d’objets récupérés au centre de loisirs, avec un musicien du conservatoire.",
        "culture", "fabrique", "huong.tran", at(9, 21, 9),
        ("A1.G1.O3",), ("culture", "environment"), ("children",), (6, 10),
        (date(2026, 11, 4), date(2027, 2, 10)), ("wednesday",), ("le-lavoir",),
        description="Bidons, tuyaux, couvercles : les enfants fabriquent leur instrument puis le jouent ensemble.",
        steps=(
            Step("propose", "huong.tran", at(9, 28, 9)),
            Step("cancel", "huong.tran", at(10, 19, 14), "Le musicien part en tournée jusqu’en mars. Nous reprendrons l’idée l’an prochain."),
        ),
    ),
)  # fmt: skip
