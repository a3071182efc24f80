"""Clairval looks back on 2025-2026, the year before the plan: all is said, verdicts are proposed, the committee reads."""

from __future__ import annotations

from datetime import UTC, date, datetime

from .shapes import Asked, Told

PREPARED_AT = datetime(2026, 9, 21, 8, 0, tzinfo=UTC)
OPENED_AT = datetime(2026, 9, 28, 7, 30, tzinfo=UTC)
HANDED_IN_AT = datetime(2026, 10, 19, 15, 0, tzinfo=UTC)
RECALLED_ON = (date(2026, 10, 16), date(2026, 10, 24))
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
