"""What partners said of 2025-2026: in time, late, or begun only; and the files that they joined."""

from __future__ import annotations

from datetime import UTC, datetime

from .shapes import Joined, Word

JOINED_AT = datetime(2026, 10, 16, 9, 0, tzinfo=UTC)
LATE_AT = datetime(2026, 10, 29, 17, 30, tzinfo=UTC)

WORDS = (
    Word(
        "A1.G1.O2", "huong.tran",
        "Neuf classes de CE2 sur dix sont montées sur la scène du Lavoir, puis sont revenues un soir comme public.",
        "Le régisseur est venu dans les écoles avant. Les enfants savaient déjà où poser les pieds.",
        "Deux dates ont sauté faute de car. La classe des Coteaux n’a eu que la moitié du parcours.",
        "Réserver les cars en juin, avec ceux de la piscine.",
    ),
    Word(
        "A1.G1.O4", "loic.garandeau",
        "Toutes les classes de CM2 ont eu leurs dix séances. Huit élèves ont continué pendant les vacances d’avril.",
        "Un créneau réservé le mardi, que personne n’a pris.",
        "Le bassin a fermé trois semaines en janvier.",
        "Prévoir trois semaines de marge dans le calendrier.",
    ),
    Word(
        "A1.G1.O5", "loic.garandeau",
        "Aviron, escalade et danse pendant la pause du midi dans trois écoles, deux jours par semaine.",
        "Les groupes ouverts sans liste d’attente : on essaie, on reste si l’on veut.",
        "La danse est restée un groupe de filles, l’escalade un groupe de garçons jusqu’en février.",
        "Faire essayer les trois à tout le monde avant de choisir. C’est ce qui a débloqué la fin d’année.",
    ),
    Word(
        "A1.G1.O7", "mamadou.sylla",
        "Quarante collégiens ont écrit le programme du mercredi, à partir de quinze heures, l’heure où ils sont libres.",
        "Les laisser tenir le budget.",
        "Après douze ans, ils ne lisent plus ce qui arrive par leurs parents.",
        "Une permanence au collège, le midi, une semaine sur deux.",
    ),
    Word(
        "A1.G2.O4", "claire.aubin",
        "Un carnet des règles de la cour, de la cantine et des couloirs, écrit avec les délégués de classe. "
        "Il est affiché partout.",
        "Les animateurs du midi y ont mis leurs mots.",
        "Personne ne l’a versé dans la plateforme.",
        "Le relire chaque mois de septembre avec les nouveaux.",
    ),
    Word(
        "A1.G2.O6", "sofia.marin",
        "Deux passages sur six préparés ensemble : la crèche des Coteaux et la maternelle du Lavoir, le CM2 et le collège.",
        "Une matinée où les grands de la crèche viennent jouer en petite section.",
        "Les autres équipes n’ont pas trouvé de date avant l’été.",
        "Fixer les matinées en janvier.",
    ),
    Word(
        "A2.G1.O1", "david.cohen",
        "Une personne référente dans sept services sur neuf. Son nom est sur la porte.",
        "Les services ont choisi qui, plutôt que nous.",
        "Deux services n’ont personne depuis un départ.",
        "Dire aux familles qui remplace pendant les absences.",
    ),
    Word(
        "A2.G2.O2", "david.cohen",
        "Cent douze familles accompagnées vers une aide. Un tiers ne savait pas qu’elle existait.",
        "La permanence à la médiathèque, où l’on entre sans être vu.",
        "Beaucoup viennent nous voir pour cliquer à leur place. Ce n’est pas écrit dans les chiffres du guichet.",
        "Compter aussi les démarches faites avec quelqu’un, et pas seulement celles sur papier.",
    ),
    Word(
        "A2.G2.O4", "loic.garandeau",
        "Un créneau de plus aux Coteaux le mercredi, un éducateur partagé avec le club d’aviron.",
        "Le gymnase de l’école prêté sans convention à refaire.",
        "En hiver, personne ne remonte à pied après dix-sept heures.",
        "Essayer le samedi matin.",
    ),
    Word(
        "A3.G1.O1", "anne.kerleau",
        "Six soirées pour les parents, dont deux en crèche. Une boîte de jeux prêtée à chaque famille venue.",
        "Venir avec les enfants : on garde les petits à côté.",
        "Nous n’avons qu’une mesure du temps d’écran, celle d’avril.",
        "Refaire le même questionnaire en avril prochain, avec les mêmes questions.",
    ),
    Word(
        "A4.G2.O4", "mamadou.sylla",
        "Vingt-six stages dans les services de la ville. Onze jeunes venaient sans connaître personne.",
        "La liste des services publiée avant les vacances d’octobre.",
        "Les demandes arrivent toutes la même semaine.",
        "Répondre au fil de l’eau, et dire non par écrit.",
    ),
    Word(
        "A4.G2.O7", "thomas.nguyen",
        "Chaque jeune signalé a été rappelé dans le mois ; deux sur trois ont répondu.",
        "Appeler en fin d’après-midi.",
        "Les numéros changent. La liste d’une seule date ne dit pas si cela s’améliore.",
        "Garder la même date de relevé chaque année, en novembre.",
    ),
    Word(
        "A1.G2.O1", "yasmine.ferhat",
        "Une heure par mois dans six écoles sur neuf. Elle tient quand elle est le mardi, et saute quand elle est le soir.",
        "La cantine qui commence dix minutes plus tard ce jour-là.",
        "Trois écoles n’ont jamais trouvé l’heure.",
        "La prévoir avec les emplois du temps, en juin.",
    ),
    Word(
        "A1.G2.O3", "yasmine.ferhat",
        "Deux jours pour quatre-vingts adultes, venus par deux : une animatrice et une enseignante du même site.",
        "Venir à deux de la même école.",
        "Les Atsem remplacées à la dernière minute n’ont fait qu’un jour sur deux.",
        "Une date de rattrapage en novembre.",
    ),
    Word(
        "A2.G2.O1", "yasmine.ferhat",
        "Le prix est calculé pour toutes les activités de la ville, et écrit ligne par ligne sur la réponse.",
        "Un simulateur au guichet.",
        "Une famille sur trois ne donne pas son quotient, et paie le prix le plus haut.",
        "Le demander à la CAF avec l’accord des parents.",
    ),
    Word(
        "A2.G2.O7", "yasmine.ferhat",
        "Tous les CE1 invités, classe par classe, à deux essais parmi neuf activités.",
        "Une invitation au nom de l’enfant.",
        "Deux clubs n’ont pas pu recevoir une classe entière.",
        "Ouvrir à la grande section, par demi-groupes.",
    ),
    Word(
        "A3.G2.O6", "yasmine.ferhat",
        "Un seul numéro et un seul guichet depuis janvier. L’attente au téléphone est passée sous cinq minutes.",
        "Les agents des trois services dans la même salle.",
        "Le samedi de rentrée reste une file.",
        "Ouvrir le site deux jours avant le guichet.",
    ),
)  # fmt: skip

LATE = (
    Word(
        "A1.G1.O5", "karim.haddad",
        "Toutes les classes de CM2 sont montées sur l’eau. Le midi, l’ergomètre a tourné dans deux écoles sur trois.",
        "Le parcours à la nage passé dès septembre : plus aucune séance perdue.",
        "Trois séances annulées par la crue de février.",
        "Un repli en salle, prévu avec les écoles avant l’hiver.",
    ),
    Word(
        "A1.G1.O7", "julie.bonnard",
        "Le collège a ouvert le foyer deux midis, et laissé partir à quinze heures les élèves qui tenaient le budget.",
        "Une seule personne à qui écrire au service jeunesse.",
        "Nous l’avons appris après avoir fait les emplois du temps.",
        "En parler au conseil de juin.",
    ),
    Word(
        "A2.G1.O4", "pierre.vasseur",
        "Le coin calme sert tous les jours. Les casques passent d’une classe à l’autre, sans liste.",
        "Les élèves l’ont dessiné et en parlent comme du leur.",
        "",
        "Deux casques de plus pour la cantine.",
    ),
)  # fmt: skip
"""Handed in after the day that was said, before it was closed."""
DRAFTS = (
    Word(
        "A4.G1.O6", "julie.bonnard",
        "Deux classes de quatrième ont joué une scène écrite par elles devant les CM2. Reste à dire ce que les plus jeunes "
        "en ont retenu.",
    ),
    Word("A1.G1.O2", "elodie.guerin", "Deux des cinq soirées dans la cour de la Fabrique. Il reste à compter qui est revenu."),
    Word("A1.G2.O6", "pierre.vasseur", "Une matinée de jeu avec la crèche, en juin."),
)  # fmt: skip
"""Begun, and never handed in."""

FILES = (
    Joined(
        "A1.G1.O2", "huong.tran", "Les dates du printemps, classe par classe", "dates-scene-2026.csv",
        "école;classes;répétitions;représentation\nLes Tilleuls;3;6;12/05/2026\nLe Lavoir;4;8;19/05/2026\n"
        "Les Coteaux;2;2;annulée (car)\n",
        JOINED_AT,
    ),
    Joined(
        "A1.G1.O4", "loic.garandeau", "Séances de natation tenues et annulées", "natation-2025-2026.csv",
        "mois;séances prévues;séances tenues\noctobre;24;24\nnovembre;24;23\njanvier;24;6\nmars;24;24\navril;10;10\n",
        JOINED_AT,
    ),
    Joined(
        "A1.G2.O4", "claire.aubin", "Sommaire du carnet des règles", "carnet-sommaire.txt",
        "1. La cour\n2. Les couloirs\n3. La cantine : les pages des agents\n4. Quand on n’est pas d’accord\n",
        JOINED_AT,
    ),
    Joined(
        "A1.G1.O5", "karim.haddad", "Séances sur l’eau, par école", "aviron-2026.csv",
        "école;classes;séances\nLes Tilleuls;4;32\nLe Lavoir;3;21\nLes Coteaux;3;24\n",
        LATE_AT,
    ),
)  # fmt: skip
