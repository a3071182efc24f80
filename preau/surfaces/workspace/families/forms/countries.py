"""Birth countries that are often said at a French counter, by the codes of the official geographic code."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.people.households.lookup import FRANCE

OTHER = "other"
COUNTRIES = (
    (FRANCE, _("France")),
    ("99352", _("Algérie")),
    ("99109", _("Allemagne")),
    ("99131", _("Belgique")),
    ("99416", _("Brésil")),
    ("99322", _("Cameroun")),
    ("99216", _("Chine")),
    ("99397", _("Comores")),
    ("99324", _("Congo")),
    ("99312", _("République démocratique du Congo")),
    ("99326", _("Côte d’Ivoire")),
    ("99134", _("Espagne")),
    ("99330", _("Guinée")),
    ("99410", _("Haïti")),
    ("99127", _("Italie")),
    ("99333", _("Madagascar")),
    ("99335", _("Mali")),
    ("99350", _("Maroc")),
    ("99139", _("Portugal")),
    ("99114", _("Roumanie")),
    ("99341", _("Sénégal")),
    ("99235", _("Sri Lanka")),
    ("99351", _("Tunisie")),
    ("99208", _("Turquie")),
    ("99155", _("Ukraine")),
    (OTHER, _("Un autre pays")),
)
