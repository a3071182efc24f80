"""Ball games, martial arts."""

from __future__ import annotations

from datetime import date

from preau.offer.activities.enums import Booking
from preau.offer.activities.enums import Domain as D

from .shapes import (
    CHILD,
    CLASS,
    FAMILY,
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    YOUNG,
    Adapted,
    Entry,
    Step,
    all_year,
    at,
    camp,
    fortnightly,
    once,
    weekly,
)

GAMES: tuple[Entry, ...] = (
    Entry(
        "École des sports du mercredi", "sports",
        "Un sport par période : ballon, raquette, athlétisme, glisse, pour goûter à tout avant de choisir.",
        "Les enfants changent de sport après chaque vacances. Deux éducateurs par groupe expliquent, montrent, puis on joue. "
        "Tenue de sport et gourde suffisent, le matériel est prêté.",
        D.BALL_GAMES, (6, 11),
        (weekly(WED, "09:30", "11:30", "6-7 ans", 24), weekly(WED, "14:00", "16:00", "8-11 ans", 28)),
        "gymnase-des-deux-rives", "ecole-des-sports", keywords="multisport initiation hand volley raquette",
        adapted=Adapted(
            no="Pas de table de change pour les grands enfants.",
            staff="Deux éducateurs formés avec le réseau RIAC", ratio="un éducateur pour douze, plus un renfort sur demande",
            sensory=("same_routine", "breaks"), says=("shown", "pictograms"), place=("step_free", "toilets", "changing_room"),
            trial=True,
        ),
        objectives=("A2.G2.O5", "A1.G1.O6"), places=52, staff=4, taster=True, booking=Booking.TOWN,
        how="Sur le portail des familles ou au guichet, dès la dernière semaine d’août.",
    ),
    Entry(
        "Baby basket", "basket",
        "Courir, lancer, partager le ballon : les premiers gestes, un parent jamais loin.",
        "Des paniers bas, des ballons légers et des histoires d’animaux. La séance finit toujours par un but marqué ensemble. "
        "Les parents restent dans le gymnase, au bord du terrain.",
        D.BALL_GAMES, (4, 6), (weekly(SAT, "09:30", "10:15", "", 16),),
        "gymnase-des-deux-rives", price_words="95 € l’année, licence comprise",
        adapted=Adapted("Le gymnase résonne : prévoir un casque pour les oreilles sensibles, le club en prête un.",
                        says=("shown",), place=("step_free", "toilets"), material="un casque antibruit à emprunter"),
        staff=2, taster=True, how="Par téléphone, puis fiche remplie sur place.",
    ),
    Entry(
        "Basket, école et jeunes", "basket",
        "Deux entraînements par semaine et un match le samedi, filles et garçons séparés à partir de onze ans.",
        "On apprend les règles en jouant. Les débutants sont les bienvenus jusqu’en janvier. Le club prête le maillot et organise "
        "le covoiturage pour les matchs.",
        D.BALL_GAMES, (7, 17),
        (
            weekly(TUE, "17:30", "19:00", "7-10 ans", 24), weekly(FRI, "17:30", "19:00", "7-10 ans", 24),
            weekly(MON, "18:30", "20:00", "Filles 11-14 ans", 20), weekly(THU, "18:30", "20:00", "Filles 11-14 ans", 20),
            weekly(TUE, "19:00", "20:30", "Garçons 11-14 ans", 20), weekly(FRI, "19:00", "21:00", "15-17 ans", 20),
        ),
        "gymnase-des-deux-rives", price_words="de 150 à 190 € l’année selon l’âge, licence comprise ; Pass’Sport déduit",
        adapted=Adapted("Pas de basket fauteuil : le club oriente vers celui de la ville voisine.", says=("shown",),
                        place=("step_free", "toilets")),
        audiences=(CHILD, YOUNG), keywords="ballon panier match club", places=104, staff=5, taster=True,
        how="Au gymnase le mardi ou le vendredi, avec un certificat ou le questionnaire de santé.",
    ),
    Entry(
        "Foot à cinq, les samedis libres", "jeunesse",
        "On vient, on fait des équipes, on joue. Sans inscription et sans niveau.",
        "Le terrain est ouvert et un animateur arbitre. Les chasubles sont prêtées. Les équipes mixtes commencent les matchs.",
        D.BALL_GAMES, (11, 25), (all_year(SAT, "14:00", "17:00"),), "terrain-des-quais", "libre",
        adapted=Adapted("Le terrain est en plein air, sans vestiaire.", place=("step_free", "toilets"), sensory=("breaks",)),
        audiences=(YOUNG,), keywords="football five city stade", objectives=("A1.G1.O8",), booking=Booking.NONE,
    ),
    Entry(
        "Tennis de table pour tous", "sports",
        "Une raquette, une table, un adversaire de son niveau, le vendredi en sortant des cours.",
        "Huit tables ouvertes, dont deux à hauteur de fauteuil. Un entraîneur passe de table en table et donne un exercice à qui veut.",
        D.BALL_GAMES, (9, 25), (weekly(FRI, "17:00", "19:00", "", 32),), "gymnase-des-deux-rives", "libre",
        adapted=Adapted(
            "Pas de transport depuis le domicile.", staff="Un entraîneur diplômé handisport",
            sensory=("quiet", "breaks"), says=("shown",), place=("step_free", "toilets", "parking"),
            material="deux tables pour fauteuil, raquettes à sangle", companion=True, trial=True,
        ),
        audiences=(CHILD, YOUNG), keywords="ping-pong ping pong handisport", objectives=("A2.G1.O5",), taster=True,
        booking=Booking.NONE,
    ),
    Entry(
        "Mini-hand à la pause de midi", "sports",
        "Trente minutes de jeu entre le repas et la classe, deux fois par semaine.",
        "Un éducateur vient dans la cour ou dans la salle. Les équipes changent à chaque fois, personne n’attend sur le banc. "
        "Le tableau des matchs reste affiché sous le préau.",
        D.BALL_GAMES, (8, 11), (weekly(MON, "12:30", "13:00"), weekly(THU, "12:30", "13:00")), "les-tilleuls", "libre",
        adapted=Adapted("La séance est courte : pas de temps d’adaptation avant de jouer.", says=("shown",)),
        keywords="handball pause midi cantine", objectives=("A1.G1.O5",), places=24, staff=1, booking=Booking.TOWN,
        how="Auprès de l’équipe du midi, au début de chaque période.",
    ),
    Entry(
        "Stage de basket de printemps", "basket",
        "Une semaine de ballon, de vidéo et de sorties, débutants compris.",
        "Le matin, ateliers par niveau. L’après-midi, tournois, parc ou piscine. Le repas de midi est pris ensemble, à apporter.",
        D.BALL_GAMES, (8, 14), (camp(date(2027, 4, 5), date(2027, 4, 9), "09:30", "16:30", places=30),),
        "gymnase-des-deux-rives", price_words="85 € la semaine, 60 € pour les licenciés",
        adapted=Adapted("Pas d’accueil possible sans un échange avec la famille avant le stage."),
        days=(date(2027, 4, 5), date(2027, 4, 9)), keywords="vacances stage", staff=3,
        how="Par courriel avant le 20 mars.", opened=at(11, 9),
        steps=(Step("propose", "coumba.diop", at(11, 20, 18)),),
    ),
    Entry(
        "Judo des petits", "dojo",
        "Rouler, tomber sans se faire mal, saluer : les premiers jeux de lutte sur un tatami doux.",
        "Une histoire par séance, des rituels qui ne changent pas, un adulte pour huit enfants. Le kimono se prête le premier mois.",
        D.COMBAT, (4, 5), (weekly(WED, "10:00", "10:45", "", 16), weekly(SAT, "10:00", "10:45", "", 16)),
        "gymnase-des-deux-rives", price_words="130 € l’année, licence comprise",
        adapted=Adapted(
            "Le vestiaire est à l’étage.", staff="Professeur formé à l’accueil d’enfants autistes",
            ratio="un adulte pour huit", sensory=("small_group", "same_routine", "breaks"), says=("pictograms", "shown"),
            trial=True,
        ),
        keywords="éveil arts martiaux baby judo", staff=2, taster=True, how="Au dojo, ou par téléphone le soir.",
        objectives=("A2.G1.O5",),
    ),
    Entry(
        "Judo enfants et jeunes", "dojo",
        "Deux séances par semaine, des ceintures de couleur et un code moral que chacun sait par cœur.",
        "Échauffement, techniques, combats souples. Les grands aident les petits. Quatre tournois amicaux dans l’année, pour qui veut.",
        D.COMBAT, (6, 17),
        (
            weekly(WED, "14:00", "15:15", "6-8 ans", 24), weekly(SAT, "11:00", "12:15", "6-8 ans", 24),
            weekly(WED, "15:30", "17:00", "9-12 ans", 24), weekly(FRI, "18:00", "19:30", "13-17 ans", 24),
        ),
        "gymnase-des-deux-rives", price_words="185 € l’année, licence comprise ; dix mois pour payer",
        adapted=Adapted(
            "Le vestiaire est à l’étage : on peut venir en kimono.", staff="Professeur formé à l’accueil d’enfants autistes",
            sensory=("same_routine", "breaks"), says=("shown", "pictograms"), place=("step_free",), trial=True,
        ),
        audiences=(CHILD, YOUNG), keywords="arts martiaux kimono ceinture", places=96, staff=3, taster=True,
        how="Au dojo le mercredi, ou par téléphone le soir.",
    ),
    Entry(
        "Judo adapté", "dojo",
        "Un créneau à petit effectif où chacun combat à sa façon, avec ou sans accompagnant.",
        "Six à huit pratiquants, deux professeurs et un assistant. La lumière est baissée, la musique absente, le déroulement affiché "
        "en images. On peut s’arrêter, regarder, revenir.",
        D.COMBAT, (8, 25), (weekly(SAT, "14:00", "15:15", "", 8),), "gymnase-des-deux-rives",
        price_words="90 € l’année, licence comprise, gratuit pour l’accompagnant",
        adapted=Adapted(
            "Le dojo n’a pas de lève-personne : un transfert depuis un fauteuil demande l’aide d’un proche.",
            staff="Deux professeurs certifiés sport adapté", ratio="un adulte pour trois",
            sensory=("quiet", "no_music", "soft_light", "small_group", "calm_room", "same_routine", "breaks"),
            says=("pictograms", "easy_read", "shown", "signed_words"), place=("step_free", "toilets", "parking"),
            material="tapis épais, repères au sol", companion=True, trial=True,
        ),
        audiences=(CHILD, YOUNG), keywords="handicap sport adapté inclusif", objectives=("A2.G1.O5", "A2.G1.O4"), places=8,
        staff=3, taster=True, how="Un appel, puis une visite du dojo quand il est vide.",
    ),
    Entry(
        "Boxe éducative", "jeunesse",
        "Toucher sans frapper : une boxe où le plus fort est celui qui se contrôle.",
        "Gants et casques prêtés. La première demi-heure est réservée aux filles. L’animateur est diplômé d’État.",
        D.COMBAT, (12, 18), (weekly(THU, "18:00", "18:30", "Filles", 12), weekly(THU, "18:30", "20:00", "Pour tous", 18)),
        "espace-jeunes", "libre",
        adapted=Adapted("Pas d’accès en fauteuil : la salle est au premier étage sans ascenseur.", says=("shown",)),
        audiences=(YOUNG,), keywords="boxe anglaise combat ados", objectives=("A1.G1.O7",), places=18, staff=1, taster=True,
        booking=Booking.TOWN, how="À l’espace jeunes, avec l’accord d’un parent.",
    ),
    Entry(
        "Taïso en famille", "dojo",
        "Un dimanche sur deux, parents et enfants s’étirent, se portent et rient ensemble.",
        "Le taïso est la gymnastique du judo : souplesse, équilibre, jeux à deux. Aucun niveau demandé, le goûter est partagé.",
        D.COMBAT, (5, None), (fortnightly(SUN, "10:30", "12:00"),), "gymnase-des-deux-rives",
        price_words="4 € par personne et par séance, gratuit avant dix ans",
        adapted=Adapted("Pas de garde des plus petits pendant la séance.", sensory=("breaks",), says=("shown",),
                        place=("step_free", "toilets")),
        audiences=(FAMILY,), keywords="gym douce parents enfants", objectives=("A3.G1.O2",), booking=Booking.NONE,
    ),
    Entry(
        "Tournoi des CM2, ballon et fair-play", "sports",
        "Toutes les classes de CM2 de la ville se rencontrent une journée, arbitrées par des collégiens.",
        "Quatre terrains, des équipes mêlées, une note de fair-play qui compte autant que le score. Un jury d’enfants remet le trophée.",
        D.BALL_GAMES, (9, 11), (once(date(2027, 5, 28), "09:00", "16:00"),), "terrain-des-quais", "libre",
        adapted=Adapted("Pas d’ombre sur deux des terrains.", says=("shown", "pictograms"), place=("step_free", "toilets"),
                        sensory=("calm_room", "breaks")),
        audiences=(CLASS,), levels=("cm2",), days=(date(2027, 5, 28), date(2027, 5, 28)), keywords="tournoi écoles usep",
        objectives=("A2.G2.O7",), booking=Booking.TOWN, how="Par l’école, avant les vacances d’hiver.",
    ),
)  # fmt: skip
