"""Water, gymnastics, athletics and open air."""

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
    TUE,
    WED,
    YOUNG,
    Adapted,
    Entry,
    Step,
    all_year,
    at,
    camp,
    once,
    weekly,
)

OUTDOORS: tuple[Entry, ...] = (
    Entry(
        "Savoir nager avant le collège", "sports",
        "Dix séances pour que chaque enfant traverse le bassin sans peur, gratuitement.",
        "Par groupes de huit, avec une maître-nageuse dans l’eau. Les enfants qui ne savent pas encore nager en fin de CM1 sont "
        "appelés les premiers. Le savoir nager est validé à la dernière séance.",
        D.WATER, (8, 11), (weekly(TUE, "16:45", "17:30", "", 16), weekly(FRI, "16:45", "17:30", "", 16)),
        "piscine-du-fleuve", "libre",
        adapted=Adapted(
            "Le créneau du mardi est bruyant : le vendredi est plus calme.", staff="Une maître-nageuse formée au handicap",
            ratio="un adulte pour huit", sensory=("small_group",), says=("shown", "pictograms"),
            place=("step_free", "toilets", "changing_room", "hoist"), companion=True, trial=True,
        ),
        keywords="natation piscine nage apprendre", objectives=("A1.G1.O4", "A2.G2.O7"), places=32, staff=4,
        booking=Booking.TOWN, how="La piscine appelle les familles ; on peut aussi se signaler au guichet.",
    ),
    Entry(
        "École de natation", "dauphins",
        "De la première mise à l’eau aux quatre nages, par niveau et non par âge.",
        "Un test le premier jour place chaque enfant dans le bon couloir. Quarante minutes d’eau, bonnet fourni. Les parents voient "
        "le bassin depuis la galerie.",
        D.WATER, (5, 12),
        (
            weekly(MON, "17:15", "18:00", "Petit bain", 12), weekly(WED, "11:00", "11:45", "Petit bain", 12),
            weekly(WED, "13:30", "14:15", "Quatre nages", 24), weekly(SAT, "09:00", "09:45", "Quatre nages", 24),
        ),
        "piscine-du-fleuve", price_words="210 € l’année, entrée de la piscine comprise",
        adapted=Adapted("Pas de créneau sans bruit : la musique de la piscine ne se coupe pas.",
                        place=("step_free", "toilets", "changing_room", "hoist"), says=("shown",)),
        keywords="piscine nager cours", places=72, staff=4, taster=True, how="En ligne le 2 septembre, puis sur place.",
    ),
    Entry(
        "Bébés dans l’eau", "dauphins",
        "Une eau à trente-deux degrés, des jeux qui flottent, un parent et un bébé.",
        "On ne fait rien apprendre : on découvre. Un maître-nageur passe de famille en famille. Le vestiaire a des tables à langer.",
        D.WATER, (1, 4), (weekly(SUN, "09:00", "09:45", "12 à 24 mois", 12), weekly(SUN, "10:00", "10:45", "2 à 4 ans", 12)),
        "piscine-du-fleuve", price_words="9 € la séance, 70 € les dix",
        adapted=Adapted("Pas de vestiaire séparé : il y a du passage.", staff="Maître-nageuse formée aux tout-petits",
                        sensory=("small_group", "quiet"), place=("step_free", "toilets", "changing_room", "hoist"), trial=True),
        audiences=(FAMILY,), keywords="bébé nageur piscine tout-petit", places=24, staff=2, taster=True,
        how="Par téléphone, séance par séance.",
    ),
    Entry(
        "Natation adaptée", "dauphins",
        "Un couloir réservé, une maître-nageuse pour trois nageurs, et le temps qu’il faut.",
        "Chaque nageur a son objectif : entrer dans l’eau, flotter, traverser. Un proche peut venir dans le bassin. Une visite à vide "
        "est proposée avant la première séance.",
        D.WATER, (6, 25), (weekly(SAT, "12:30", "13:15", "", 6),), "piscine-du-fleuve",
        price_words="110 € l’année, gratuit pour l’accompagnant",
        adapted=Adapted(
            "La température de l’eau (vingt-huit degrés) ne peut pas être montée pour ce créneau.",
            staff="Deux maîtres-nageuses certifiées natation adaptée", ratio="un adulte pour trois",
            sensory=("quiet", "no_music", "small_group", "same_routine", "breaks"), says=("pictograms", "shown", "signed_words"),
            place=("step_free", "toilets", "changing_room", "changing_table", "hoist", "parking"),
            material="ceintures, tapis flottants", companion=True, trial=True, reserved=True,
        ),
        audiences=(CHILD, YOUNG), keywords="handicap piscine aquatique sport adapté", objectives=("A2.G1.O5",), places=6, staff=2,
        taster=True, how="Un appel avec la maître-nageuse, puis une visite.",
    ),
    Entry(
        "Aviron, école du fleuve", "aviron",
        "Ramer à quatre, à deux puis seul, dès neuf ans, quand on sait nager cinquante mètres.",
        "Les débutants montent dans des bateaux larges qui ne se retournent pas. L’hiver, on rame aussi en salle. Chaque sortie est "
        "suivie par un bateau de sécurité.",
        D.WATER, (9, 17),
        (
            weekly(WED, "14:00", "16:30", "9-12 ans", 24), weekly(SAT, "09:30", "12:00", "9-12 ans", 24),
            weekly(WED, "16:30", "18:30", "13-17 ans", 20), weekly(SAT, "14:00", "16:30", "13-17 ans", 20),
        ),
        "base-nautique", "club-aviron",
        adapted=Adapted(
            "Pas de sortie sur l’eau sans savoir nager, même accompagné.", staff="Un entraîneur formé aviron adapté",
            sensory=("same_routine",), says=("shown",), place=("step_free", "toilets", "parking"),
            material="un double adapté avec siège fixe", companion=True, trial=True,
        ),
        audiences=(CHILD, YOUNG), keywords="rame bateau rivière sport nautique", objectives=("A2.G1.O5",), places=88, staff=4,
        taster=True, how="À la base nautique, le samedi matin, avec une attestation de natation.",
    ),
    Entry(
        "Aviron indoor à la pause de midi", "aviron",
        "Huit rameurs dans le gymnase de l’école, un défi collectif par mois.",
        "Un entraîneur apporte les machines. On apprend à pousser des jambes, à respirer, à ramer ensemble. Les distances des écoles "
        "s’additionnent jusqu’à la mer.",
        D.WATER, (9, 11), (weekly(TUE, "12:30", "13:15", "", 16),), "les-coteaux", "libre",
        adapted=Adapted("Pas de machine à hauteur de fauteuil pour l’instant.", says=("shown",)),
        keywords="rameur cycle 3 midi", objectives=("A1.G1.O5",), places=16, staff=1, booking=Booking.TOWN,
        how="Auprès de l’équipe du midi.",
    ),
    Entry(
        "Stage d’aviron de printemps", "aviron",
        "Cinq matinées sur le fleuve, du premier coup de pelle à la petite régate du vendredi.",
        "Aucune expérience demandée. Les groupes sont faits par taille. Prévoir deux tenues de rechange et une gourde.",
        D.WATER, (10, 15), (camp(date(2027, 4, 12), date(2027, 4, 16), "09:30", "12:30", places=20),),
        "base-nautique", "stage-vacances",
        adapted=Adapted("Pas de sortie sur l’eau sans savoir nager.", place=("step_free", "toilets"), says=("shown",)),
        audiences=(CHILD, YOUNG), days=(date(2027, 4, 12), date(2027, 4, 16)), keywords="vacances bateau rame", places=20, staff=3,
        how="Par téléphone à partir du 1er mars.",
    ),
    Entry(
        "Gym des trois pommes", "sports",
        "Ramper, grimper, sauter dans les bras : un parcours pour les petits et leur parent.",
        "Les modules changent chaque mois. On vient quand on veut dans le créneau, en chaussettes. Un éducateur aide, sans faire à la place.",
        D.MOTION, (2, 4), (weekly(SAT, "10:00", "11:30"),), "gymnase-des-deux-rives", "libre",
        adapted=Adapted("Beaucoup de monde en hiver, et donc du bruit.", says=("shown",), place=("step_free", "toilets", "parking"),
                        sensory=("breaks",)),
        audiences=(FAMILY,), keywords="motricité bébé gym parcours", booking=Booking.NONE, objectives=("A3.G1.O8",),
    ),
    Entry(
        "Athlétisme, courir sauter lancer", "sports",
        "Sur la piste du collège, un atelier de chaque famille et un défi à battre : le sien.",
        "Trois ateliers de vingt minutes par séance. Les progrès sont notés sur une carte que l’enfant garde. Chaussures de sport demandées.",
        D.MOTION, (7, 13), (weekly(WED, "14:00", "15:30", "7-9 ans", 20), weekly(WED, "15:45", "17:15", "10-13 ans", 20)),
        "college-lacroix", "ecole-des-sports",
        adapted=Adapted("La piste est découverte : la séance est annulée sous l’orage.", staff="Une éducatrice formée sport adapté",
                        says=("shown",), place=("step_free", "toilets", "parking"), material="balles sonores, témoins à sangle",
                        trial=True),
        keywords="course piste saut lancer", places=40, staff=2, taster=True, booking=Booking.TOWN, how="Sur le portail des familles.",
    ),
    Entry(
        "Escalade à la pause de midi", "sports",
        "Le mur de l’école, une voie par couleur, encordé par un éducateur.",
        "Douze enfants par séance, un grimpe et un assure. Les élèves de cycle 3 passent à tour de rôle, une période chacun.",
        D.MOTION, (9, 11), (weekly(MON, "12:30", "13:15", "", 12), weekly(FRI, "12:30", "13:15", "", 12)), "les-coteaux", "libre",
        adapted=Adapted("Un seul baudrier intégral, pour un enfant à la fois.", material="un baudrier intégral", says=("shown",)),
        keywords="grimpe mur cycle 3", objectives=("A1.G1.O5",), places=12, staff=1, booking=Booking.TOWN,
        how="Auprès de l’équipe du midi.",
    ),
    Entry(
        "Skate et trottinette, première glisse", "jeunesse",
        "Casque sur la tête, on apprend à rouler, à tomber et à partager la rampe.",
        "Deux moniteurs, des planches et des protections prêtées. À la fin, les anciens montrent une figure, et l’expliquent.",
        D.MOTION, (8, 16), (all_year(SUN, "10:00", "12:00"),), "skatepark-deux-rives", "libre",
        adapted=Adapted("La rampe haute est interdite pendant l’initiation.", says=("shown",), place=("step_free",),
                        material="un fauteuil de glisse à réserver une semaine avant"),
        audiences=(CHILD, YOUNG), keywords="skateboard trottinette roller glisse", objectives=("A1.G1.O7",), staff=2,
        booking=Booking.NONE,
    ),
    Entry(
        "Vélo pour aller à l’école", "sports",
        "Quatre séances par classe pour savoir rouler, du parking de l’école à la vraie rue.",
        "Les vélos et les casques sont apportés. La dernière sortie relie l’école au parc par la rue, avec la police municipale. "
        "Chaque enfant repart avec son attestation.",
        D.MOTION, (9, 11), (), "les-tilleuls", "libre",
        adapted=Adapted("Le tricycle adulte ne passe pas sur le chemin du parc.", material="un tricycle, deux tandems",
                        says=("shown", "pictograms")),
        audiences=(CLASS,), levels=("cm1", "cm2"), keywords="savoir rouler bicyclette sécurité routière",
        booking=Booking.TOWN, how="L’enseignante ou l’enseignant demande un créneau au service des sports.",
    ),
    Entry(
        "Course du fleuve, un et trois kilomètres", "sports",
        "La course de la ville, à son rythme, en marchant si l’on veut.",
        "Deux parcours plats le long des quais, dont un accessible en fauteuil et en poussette. Soupe pour tout le monde à l’arrivée.",
        D.MOTION, (6, None), (once(date(2026, 12, 6), "10:00", "12:30"),), "terrain-des-quais", "libre",
        adapted=Adapted("Le parcours de trois kilomètres a une montée raide.", place=("step_free", "toilets", "parking", "seats"),
                        companion=True, sensory=("calm_room",)),
        audiences=(FAMILY, CHILD, YOUNG), days=(date(2026, 12, 6), date(2026, 12, 6)), keywords="course à pied marche running",
        booking=Booking.NONE, objectives=("A3.G1.O2",),
    ),
    Entry(
        "Randonnée des Coteaux", "graines",
        "Un dimanche par mois, six kilomètres entre vignes et potagers, et un pique-nique.",
        "Un animateur montre les plantes et les traces. On part à l’heure du plus lent. Poussettes possibles par le chemin bas.",
        D.MOTION, (6, None), (once(date(2026, 11, 29), "10:00", "15:00"), once(date(2027, 1, 24), "10:00", "15:00")),
        meet="Devant la maison des Coteaux, 10 h", price="libre",
        audiences=(FAMILY,), keywords="marche balade sortie", booking=Booking.NONE, opened=at(11, 12),
        steps=(Step("propose", "odile.marchand", at(11, 13, 7)),
               Step("ask", "rachel.amiel", at(11, 17, 10), "Dites si le chemin bas convient à un fauteuil, et où l’on peut faire "
                    "demi-tour : deux familles nous l’ont demandé.", "adaptation")),
        adapted=Adapted("Pas de toilettes sur le parcours."),
    ),
)  # fmt: skip
