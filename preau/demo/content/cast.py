"""The people of the story. One account per role opens the demonstration."""

from __future__ import annotations

from .shapes import Person as P

CAST: tuple[P, ...] = (
    P("yasmine.ferhat", "Yasmine Ferhat", "education", "plan_coordinator", "Coordinatrice du projet éducatif",
      "Depuis 2021, c’est elle qui réunit tout le monde, et qui relance.", opens=True),
    P("loic.garandeau", "Loïc Garandeau", "sports", "contributor", "Responsable des équipements sportifs",
      "Ouvre les gymnases le samedi et voudrait que cela se sache.", opens=True),
    P("bernard.lacaze", "Bernard Lacaze", "conseil-municipal", "elected_member", "Adjoint au maire, éducation",
      "Regarde le projet une fois par mois, dans le train.", opens=True),
    P("paul.lemoine", "Paul Lemoine", "informatique", "administrator", "Responsable des applications",
      "Ouvre les comptes, vérifie le journal le premier lundi du mois.", opens=True),
    P("ines.carvalho", "Inês Carvalho", "parents", "reader", "Représentante de parents",
      "Lit tout, et pose la question que personne n’ose poser.", opens=True),
    P("claire.aubin", "Claire Aubin", "ecole-tilleuls", "contributor", "Directrice d’école",
      "Dirige l’école des Tilleuls et envoie ses remarques dans Word."),
    P("mamadou.sylla", "Mamadou Sylla", "jeunesse", "contributor", "Responsable de l’Info Jeunes",
      "Tient le comptoir où l’on entre sans rendez-vous."),
    P("anne.kerleau", "Anne Kerléau", "mediatheque", "contributor", "Directrice de la médiathèque",
      "Prête des jeux autant que des livres."),
    P("sofia.marin", "Sofia Marin", "petite-enfance", "contributor", "Référente santé et accueil inclusif",
      "Passe une matinée par semaine dans chaque crèche."),
    P("david.cohen", "David Cohen", "ccas", "contributor", "Référent social handicap",
      "Connaît chaque dossier, et n’en parle jamais."),
    P("huong.tran", "Hương Trần", "culture", "contributor", "Médiatrice du théâtre du Lavoir",
      "Fait monter les classes sur scène."),
    P("jean.baptiste.roy", "Jean-Baptiste Roy", "circonscription", "reader", "Inspecteur de l’Éducation nationale",
      "Veille à ce que l’école et la ville se parlent."),
    P("fatou.ndiaye", "Fatou Ndiaye", "caf", "reader", "Conseillère de territoire",
      "Compte les places, et demande qui ne vient pas."),
    P("julie.bonnard", "Julie Bonnard", "college-camus", "contributor", "Principale de collège",
      "Cherche des stages pour ses élèves de troisième."),
    P("karim.haddad", "Karim Haddad", "aviron", "contributor", "Entraîneur",
      "Met sur l’eau des enfants qui n’avaient jamais vu le fleuve de près."),
    P("martine.leroux", "Martine Leroux", "conseil-municipal", "elected_member", "Conseillère déléguée, famille",
      "Veut que les réponses arrivent avant l’été."),
    P("thomas.nguyen", "Thomas Nguyen", "mission-locale", "contributor", "Conseiller en insertion",
      "Rappelle les jeunes qui ne rappellent pas."),
    P("nora.benali", "Nora Benali", "informatique", "data_officer", "Déléguée à la protection des données",
      "Demande toujours où vont les données, et qui les efface.", opens=True),
)  # fmt: skip
