"""Clairval looks back on 2025-2026, the year before the plan: all is said, verdicts are proposed, the committee reads."""

from __future__ import annotations

from datetime import UTC, date, datetime

from .shapes import Asked, Joined, Told, Word

PREPARED_AT = datetime(2026, 9, 21, 8, 0, tzinfo=UTC)
OPENED_AT = datetime(2026, 9, 28, 7, 30, tzinfo=UTC)
JOINED_AT = datetime(2026, 10, 16, 9, 0, tzinfo=UTC)
HANDED_IN_AT = datetime(2026, 10, 19, 15, 0, tzinfo=UTC)
RECALLED_ON = (date(2026, 10, 16), date(2026, 10, 24))
LATE_AT = datetime(2026, 10, 29, 17, 30, tzinfo=UTC)
CLOSED_AT = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
PROPOSED_AT = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
DISSENTED_AT = datetime(2026, 11, 17, 16, 0, tzinfo=UTC)
YEAR, OPENS_ON, CLOSES_ON = 2025, date(2026, 9, 28), date(2026, 10, 23)

WHY = (
    "L’année 2025-2026 est la dernière du projet précédent. Avant d’écrire des cibles pour le nouveau, le comité veut "
    "savoir d’où l’on part, et ce qui n’a pas marché."
)
QUESTION = (
    "Qui vient aujourd’hui, et qui ne vient pas ? Ce que nous faisons ensemble change-t-il quelque chose pour eux ?"
)
CRITERIA = (
    "Plus d’enfants, et pas toujours les mêmes. Des familles qui comprennent ce qu’on leur répond. "
    "Des équipes qui n’ont plus à tout redire."
)
PARENTS = (
    "Deux parents élus et deux jeunes du conseil relisent les verdicts avant le comité, et peuvent demander qu’un mot "
    "soit changé. Leur association siège au comité."
)
CONCLUSION = (
    "Plus de jeunes viennent, et les filles sont moins loin des garçons qu’il y a trois ans. Les démarches se sont "
    "vraiment allégées. Mais ceux qui viennent restent trop souvent ceux qui ont les moyens : le prix ne suffit pas à "
    "expliquer qui renonce. Et sur plus de la moitié des effets annoncés, nous ne savons encore rien dire : "
    "c’est la première chose à réparer."
)

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

VERDICTS = (
    Told(
        "A1.G1.E2", "partly", "weak",
        "Le théâtre raconte des soirées pleines, mais personne ne compte les familles qui reviennent.",
        "Les classes venues jouer sont revenues comme public, avec leurs parents. On ne sait pas s’ils sont revenus seuls.",
        "Une soirée où l’enfant connaît déjà le lieu fait venir ceux qui n’osaient pas.",
        "Le théâtre note, sans nom, combien de familles viennent avec un enfant passé par la scène.",
    ),
    Told(
        "A1.G1.E5", "partly", "moderate",
        "Quatre années qui vont dans le même sens, mais toutes les activités ensemble : les ateliers du midi n’en sont "
        "qu’une partie.",
        "L’écart entre filles et garçons s’est réduit chaque année depuis trois ans. Il n’est pas comblé. Dans les "
        "ateliers du midi, la danse et l’escalade ont longtemps gardé chacune leur public.",
        "Faire essayer avant de choisir change plus de choses que de répéter que tout est ouvert à tous.",
        "Les trois ateliers commencent par trois séances d’essai pour tout le monde.",
    ),
    Told(
        "A1.G1.E6", "refuted", "moderate",
        "Quatre années de relevés, plusieurs centaines d’enfants. Mais un enfant régulier dans un seul club n’y paraît pas.",
        "La part des enfants qui varient les activités et les moments n’a pas augmenté, et elle a baissé cette année : "
        "plus d’enfants viennent, chacun à une seule chose.",
        "Nous avons compté des inscriptions quand il fallait regarder l’assiduité.",
        "Un appel après trois absences de suite, plutôt qu’une relance en juin.",
    ),
    Told(
        "A1.G1.E7", "partly", "moderate",
        "Le nombre monte depuis quatre ans, mais la fidélité ne peut être jugée qu’une année plus tard.",
        "Quatre fois plus de jeunes de 11 à 17 ans pratiquent vraiment. Mais d’une année à l’autre, un sur deux s’en va, "
        "et cela ne bouge pas.",
        "On sait faire venir, on ne sait pas encore garder.",
        "Une permanence de l’Info Jeunes au collège, le midi, et des projets dont les jeunes tiennent le budget.",
    ),
    Told(
        "A1.G2.E2", "confirmed", "moderate",
        "Les fiches disent qui a un rôle, pas comment il est tenu. Trois années, une progression régulière.",
        "Une action réunit aujourd’hui trois structures en moyenne, contre deux il y a trois ans, et de plus en plus de "
        "structures travaillent ensemble deux à deux.",
        "C’est la première action commune qui coûte ; la deuxième vient toute seule.",
    ),
    Told(
        "A1.G2.E3", "refuted", "weak",
        "Le relevé ne voit que les documents déposés. Une école dit en avoir un.",
        "Aucune école n’a de document de règles commun, récent et déposé. Les enfants continuent d’entendre deux "
        "consignes, dans la cour et à la cantine.",
        "Un document que personne ne retrouve ne change rien pour l’équipe d’après.",
        "Un carnet par site, relu en septembre, déposé dans la plateforme.",
    ),
    Told(
        "A1.G2.E5", "partly", "weak",
        "L’enquête parle de toute l’école, pas de la cantine. Deux années seulement.",
        "Les élèves trouvent l’école plus calme que l’an dernier. Rien ne dit si le repas y est pour quelque chose.",
        "",
        "Une question sur la cantine dans l’enquête de mai.",
    ),
    Told(
        "A1.G2.E7", "partly", "weak",
        "Deux passages sur six, une seule année, et rien sur ce qu’en disent les enfants.",
        "Deux passages sur six ont été préparés à deux équipes. Là où ils l’ont été, les équipes racontent moins de "
        "pleurs la première semaine.",
        "Une matinée de jeu vaut mieux qu’un dossier.",
        "Les six matinées sont fixées en janvier.",
    ),
    Told(
        "A2.G2.E1", "partly", "moderate",
        "Des centaines d’enfants, quatre années ; mais le quartier n’est pas tout, et les Coteaux restent à part.",
        "Quartier par quartier, les participants ressemblent davantage aux habitants qu’il y a deux ans.",
        "Un lieu de plus compte davantage qu’une brochure de plus.",
        "Un essai le samedi matin aux Coteaux, pendant un trimestre.",
    ),
    Told(
        "A2.G2.E2", "refuted", "moderate",
        "L’indice est mesuré chaque année sur tous les participants, mais il ne voit pas les familles qui n’ont jamais "
        "demandé.",
        "Malgré des tarifs plus bas, ceux qui participent restent plutôt ceux dont le quotient est élevé, et cela ne "
        "s’améliore pas.",
        "Baisser le prix aide ceux qui viennent déjà. Le trajet, l’horaire et la confiance pèsent au moins autant.",
        "Le comité demande une rencontre dans chaque quartier avant de toucher encore aux tarifs.",
    ),
    Told(
        "A2.G2.E7", "confirmed", "moderate",
        "Mesuré sur les enfants déjà connus l’année d’avant : les nouveaux n’y sont pas.",
        "Trois enfants sur quatre, parmi ceux que l’on connaît depuis un an, ont essayé un domaine nouveau. L’attendu "
        "était un sur deux.",
        "L’invitation à toute une classe d’âge marche : c’est elle qui fait franchir la porte.",
        "On la garde, et on l’ouvre à la grande section.",
    ),
    Told(
        "A3.G1.E2", "not_measured", "weak",
        "Une seule année de questionnaire : il n’y a rien à quoi la comparer.",
        "Les enfants de 6 à 10 ans disent passer près d’une heure et demie par jour d’école devant un écran. C’est un "
        "point de départ.",
        "",
        "Le même questionnaire, en avril, avec les mêmes questions.",
    ),
    Told(
        "A3.G1.E3", "refuted", "weak",
        "On ne voit que les activités en famille de la ville. Ce qui se passe à la maison n’est pas mesuré.",
        "Un tiers des enfants venus à une activité en famille y reviennent, comme il y a trois ans.",
        "Une belle première fois ne suffit pas : il faut une date suivante, donnée tout de suite.",
        "Chaque activité en famille annonce la suivante avant de finir.",
    ),
    Told(
        "A3.G2.E6", "confirmed", "strong",
        "Chaque démarche est comptée, quatre années de suite, et le mouvement ne s’arrête pas.",
        "Une inscription demandait quatre pièces en moyenne il y a trois ans. Elle en demande une.",
        "Chaque pièce demandée deux fois avait une raison oubliée. Il a suffi de la chercher.",
        "Plus aucune pièce nouvelle sans l’accord du guichet.",
    ),
    Told(
        "A3.G2.E7", "partly", "weak",
        "Moins de papier ne veut pas dire moins de difficulté : ce chiffre mesure peut-être le renoncement.",
        "La part des demandes sur papier a été divisée par trois en trois ans. Aucune mesure ne dit si les familles "
        "s’en sortent mieux, ou si quelqu’un clique à leur place.",
        "Nous avons pris le silence des guichets pour une réussite.",
        "Compter les démarches faites avec quelqu’un, au guichet comme au CCAS.",
    ),
    Told(
        "A3.G2.E9", "not_measured", "weak",
        "Une seule année connue.",
        "Trois animateurs sur quatre sont restés toute l’année. On ne sait pas si c’est mieux qu’avant.",
    ),
    Told(
        "A4.G1.E2", "refuted", "strong",
        "Le label est donné ou ne l’est pas : il n’y a rien à interpréter.",
        "Une école sur les deux annoncées a obtenu le label. Le dossier de la seconde n’a pas été déposé à temps.",
        "Un dossier porté par une seule personne s’arrête avec elle.",
        "Deux noms par dossier, et une date de relecture en février.",
    ),
    Told(
        "A4.G1.E3", "not_measured", "weak",
        "Une seule pesée, sans point de départ.",
        "La pesée de mars donne un poids par plateau. Il en faut une seconde pour parler d’un tiers en moins.",
        "",
        "Deux pesées par an, mêmes jours, mêmes restaurants.",
    ),
    Told(
        "A4.G2.E7", "not_measured", "weak",
        "Une seule date connue, donnée par une autre source.",
        "La mission locale rappelle chaque jeune dans le mois, mais le nombre d’une seule année ne dit pas s’il baisse.",
        "",
        "Le même relevé, chaque novembre.",
    ),
)  # fmt: skip

DISSENTS = (
    (
        "A1.G2.E3", "ecole-tilleuls", "claire.aubin",
        "Notre carnet existe, il est écrit avec les enfants et affiché dans chaque couloir. Il n’a pas été déposé, c’est "
        "vrai. Dire que rien n’a changé ne rend pas justice aux élèves qui l’ont écrit.",
    ),
    (
        "A3.G2.E7", "ccas", "david.cohen",
        "Pour nous, c’est non. Les familles n’ont pas moins de difficultés : elles les ont ailleurs, dans notre salle "
        "d’attente. Tant que nous ne comptons pas ces démarches faites à deux, nous ne devrions pas écrire « en partie ».",
    ),
    (
        "A2.G2.E2", "main-tendue", "",
        "Au marché, les familles nous parlent du prix avant tout le reste. Celles qui n’ont jamais demandé ne sont dans "
        "aucun chiffre. Nous ne dirions pas que le prix n’y fait rien.",
    ),
)  # fmt: skip

SURVEYS = (
    Asked(
        "Le climat à l’école, vu par les élèves", "Élèves de CE2 à CM2 des trois écoles", date(2026, 5, 22), 598,
        "question;réponse;nombre;répondants\n"
        "Je me sens bien à l’école;oui;317;447\n;ça dépend des jours;92;447\n;non;38;447\n"
        "La cantine est calme;oui;188;447\n;pas toujours;171;447\n;non;88;447\n"
        "Quand ça ne va pas, j’en parle;à un adulte de l’école;201;447\n;à ma famille;146;447\n;à un ami;97;447\n"
        ";à personne;3;447\n",
        "climat-mai-2026.csv", "A1.G2.E6.i1",
    ),
    Asked(
        "Les inscriptions, vues par les parents", "Parents passés par le guichet ou par le site au printemps",
        date(2026, 6, 19), 1240,
        "question;réponse;nombre;répondants\n"
        "J’ai compris la réponse qui m’a été faite;oui;268;391\n;en partie;84;391\n;non;39;391\n"
        "Pour faire la demande;j’ai fait seul;243;391\n;quelqu’un m’a aidé;121;391\n;quelqu’un l’a faite pour moi;27;391\n"
        "Ce qui m’a fait hésiter;l’horaire;142;391\n;le prix;96;391\n;le trajet;81;391\n;rien;72;391\n",
        "inscriptions-parents-juin-2026.csv",
    ),
)  # fmt: skip
