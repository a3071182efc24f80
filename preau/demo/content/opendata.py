"""The school directory of Clairval, twice: at the start of the year and in November. Fictional, like its schools."""

from __future__ import annotations

from datetime import UTC, datetime

FIRST_AT = datetime(2026, 9, 7, 8, 20, tzinfo=UTC)
SECOND_AT = datetime(2026, 11, 17, 13, 5, tzinfo=UTC)
FIRST_NAME, SECOND_NAME = "annuaire-education-rentree-2026.csv", "annuaire-education-novembre-2026.csv"

_HEADER = (
    "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Adresse_1;Code_postal;"
    "Code_commune;Nom_commune;Telephone;Web;Restauration;ULIS;Nombre_d_eleves;nom_circonscription;latitude;longitude;"
    "etat;code_nature;libelle_nature"
)
_END = "92990;92999;Clairval-sur-Seine"
_DISTRICT = "Circonscription de Clairval"
_TILLEULS = f"0929991A;École élémentaire des Tilleuls;Ecole;Public;12 rue des Tilleuls;{_END};0199000101;;1;1;248;{_DISTRICT};48.9440;2.1640;OUVERT;151;ECOLE DE NIVEAU ELEMENTAIRE"
_LAVOIR = f"0929992B;École maternelle du Lavoir;Ecole;Public;3 quai du Lavoir;{_END};0199000102;;1;0;141;{_DISTRICT};48.9380;2.1560;OUVERT;101;ECOLE MATERNELLE"
_COTEAUX = f"0929993C;École primaire des Coteaux;Ecole;Public;45 chemin des Vignes;{_END};0199000103;;1;0;286;{_DISTRICT};48.9520;2.1760;OUVERT;151;ECOLE DE NIVEAU ELEMENTAIRE"
_LACROIX = f"0929994D;Collège Simone-Lacroix;Collège;Public;8 avenue du Fleuve;{_END};0199000104;;1;1;523;;48.9412;2.1712;OUVERT;340;COLLEGE"
_LYCEE = f"0929995E;Lycée des Deux-Rives;Lycée;Public;2 place du Pont;{_END};0199000105;;1;0;1104;;48.9431;2.1851;OUVERT;306;LYCEE POLYVALENT"
_QUAIS = f"0929996F;École élémentaire des Quais;Ecole;Public;27 quai des Mariniers;{_END};0199000106;;1;0;195;{_DISTRICT};48.9343;2.1726;OUVERT;151;ECOLE DE NIVEAU ELEMENTAIRE"
_RIVES = f"0929997G;École maternelle des Deux-Rives;Ecole;Public;14 rue du Bac;{_END};0199000107;;1;0;118;{_DISTRICT};48.9428;2.1849;OUVERT;101;ECOLE MATERNELLE"
_ANNEX = f"0929998H;École maternelle du Pressoir;Ecole;Public;5 impasse du Pressoir;{_END};0199000108;;0;0;62;{_DISTRICT};48.9505;2.1741;A FERMER;101;ECOLE MATERNELLE"
_ELSEWHERE = "0928880K;École élémentaire du Bourg;Ecole;Public;1 place de l’Église;92980;92998;Orée-sur-Œuvre;0199000120;;1;0;160;Circonscription de Clairval;48.9610;2.2010;OUVERT;151;ECOLE DE NIVEAU ELEMENTAIRE"

FIRST = [_HEADER, _TILLEULS, _LAVOIR, _COTEAUX, _LACROIX, _LYCEE, _QUAIS, _ANNEX, _ELSEWHERE]

SECOND = [
    _HEADER,
    _TILLEULS.replace("0199000101", "0199000201").replace(";248;", ";253;"),
    _LAVOIR,
    _COTEAUX,
    _LACROIX.replace("Collège Simone-Lacroix;", "Collège Simone Lacroix;"),
    _LYCEE,
    _QUAIS,
    _RIVES,
    f"92999-9J;Micro-école du Verger;Ecole;Privé;19 rue du Verger;{_END};;;0;0;24;;48.9470;2.1590;OUVERT;151;ECOLE DE NIVEAU ELEMENTAIRE",
    f"0929990L;École élémentaire Rosa-Bonheur;Ecole;Public;6 rue de l’Écluse;{_END};0199000109;;1;0;171;{_DISTRICT};48.94.62;2.1690;OUVERT;151;ECOLE DE NIVEAU ELEMENTAIRE",
    _ELSEWHERE,
]
