"""Words that families use for one another. Each line is a group: whoever types one finds the others, a little after.

Ours, written for this catalogue; a town's own words belong in the keywords of its entries.
"""

from __future__ import annotations

from functools import cache

from .words import phrase

GROUPS: tuple[str, ...] = (
    "piscine, natation, nager, nage, bassin, aquatique, aquagym, bébé nageur, savoir nager",
    "aviron, rame, ramer, canoë, kayak, pagaie, bateau, nautique, voile",
    "foot, football, futsal, ballon rond",
    "basket, basketball, panier",
    "handball, hand",
    "rugby, ballon ovale",
    "volley, volleyball",
    "tennis, raquette",
    "ping pong, tennis de table, pongiste",
    "badminton, bad, volant",
    "judo, arts martiaux, jujitsu, ju jitsu, tatami, kimono, dojo",
    "karaté, arts martiaux, self défense, kimono",
    "taekwondo, arts martiaux",
    "boxe, boxer, savate, kick boxing",
    "escrime, épée, fleuret, sabre, escrimeur",
    "gym, gymnastique, agrès, baby gym, motricité, éveil corporel",
    "athlétisme, course, courir, sprint, saut, running",
    "escalade, grimper, grimpe, bloc, varappe",
    "vélo, bicyclette, cyclisme, bmx, deux roues",
    "skate, skateboard, roller, patin, trottinette, glisse",
    "yoga, relaxation, méditation, détente, sophrologie",
    "randonnée, marche, promenade, balade",
    "danse, danser, ballet, chorégraphie",
    "hip hop, breakdance, break, danse urbaine, street dance",
    "cirque, jonglage, jongler, acrobatie, trapèze, clown",
    "théâtre, comédie, improvisation, impro, jouer la comédie, scène, acteur",
    "musique, instrument, conservatoire, solfège",
    "chorale, chant, chanter, chœur, voix",
    "guitare, ukulélé, cordes",
    "piano, clavier",
    "batterie, percussions, djembé, tambour",
    "rap, slam, beatbox, écriture de chansons",
    "dessin, dessiner, arts plastiques, peinture, peindre, crayon, art plastique",
    "poterie, modelage, argile, céramique, sculpture, terre",
    "bande dessinée, bd, manga",
    "photo, photographie, appareil photo",
    "cinéma, film, vidéo, court métrage, caméra",
    "lecture, lire, livres, livre, médiathèque, bibliothèque",
    "contes, histoires, heure du conte, conteuse, raconter",
    "écriture, écrire, poésie, journal",
    "sciences, expérience, expériences, laboratoire, labo, scientifique",
    "robot, robotique, programmation, coder, code, informatique, numérique, ordinateur, scratch",
    "jeux vidéo, jeu vidéo, esport, console",
    "astronomie, étoiles, planètes, ciel, espace",
    "jardin, jardinage, jardiner, potager, plantes, planter, nature",
    "animaux, oiseaux, ferme, insectes, abeilles",
    "écologie, environnement, développement durable, tri, recyclage, planète",
    "jeux de société, ludothèque, jeu de plateau, jouer, jeux",
    "échecs, dames",
    "bricolage, bricoler, fabriquer, fabrication, bois, outils, menuiserie",
    "couture, coudre, tissu, tricot, broderie",
    "cuisine, cuisiner, pâtisserie, gâteau, goûter, recettes",
    "anglais, langue étrangère, english, langues",
    "devoirs, aide aux devoirs, soutien scolaire, étude, leçons, accompagnement à la scolarité",
    "citoyenneté, conseil des enfants, débat, démocratie, conseil municipal des enfants",
    "code de la route, permis, sécurité routière",
    "stage, stages, camp, mini camp, séjour",
    "centre de loisirs, accueil de loisirs, centre aéré, périscolaire, mercredi loisirs",
    "ados, adolescents, jeunes, espace jeunes, accueil jeunes",
    "parents, parentalité, famille, en famille, parent enfant",
    "bébé, tout petits, petite enfance, crèche, éveil",
    "gratuit, accès libre, libre accès",
)


@cache
def alternatives() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """phrase (stems) → the other phrases of its groups, in the order of the table."""
    others: dict[tuple[str, ...], dict[tuple[str, ...], None]] = {}
    for line in GROUPS:
        group = list(dict.fromkeys(phrase(each) for each in line.split(",")))
        for one in group:
            others.setdefault(one, {}).update(dict.fromkeys(other for other in group if other != one))
    return {one: tuple(each) for one, each in others.items()}


@cache
def longest() -> int:
    """Words in the longest phrase of the table."""
    return max(len(each) for each in alternatives())
