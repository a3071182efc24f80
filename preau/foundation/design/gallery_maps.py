"""Maps of the gallery: a full one with crowded places and long names, one of figures by area, one without any place."""

from __future__ import annotations

from django.utils.translation import gettext as _

from preau.foundation.maps import Box, Legend, Line, Map, Outline, Point

_BOX = Box(2.15, 48.93, 2.192, 48.956)


def maps() -> list[Map]:
    return [_places(), _figures(), _empty()]


def _places() -> Map:
    long_name = _("Maison de quartier et des associations sportives, culturelles et de loisirs de la porte du canal")
    names = [_("École des Tilleuls"), _("Gymnase"), long_name, _("Piscine"), _("Parc"), _("Médiathèque")]
    spots = [(2.164, 48.944), (2.1645, 48.9443), (2.176, 48.952), (2.172, 48.934), (2.186, 48.943), (2.156, 48.938)]
    kinds = ["place", "place", "a3", "a2", "a2", "a3"]
    points = tuple(
        Point(lon, lat, name, number, "#g-map", kind, _("environ 12 min à pied"))
        for number, (name, (lon, lat), kind) in enumerate(zip(names, spots, kinds, strict=True), 1)
    )
    crowd = tuple(Point(2.18 + step / 9000, 48.9475, f"{_('Terrain')} {step}", 6 + step) for step in range(1, 6))
    return Map(
        _BOX,
        _("Des lieux, dont certains se touchent"),
        _("Onze lieux numérotés comme dans la liste, et le point de départ."),
        key="g-lieux",
        outlines=(_town(), *_quarters()),
        lines=(_river(),),
        points=points + crowd,
        origin=Point(2.17, 48.942, _("Votre point de départ")),
        legend=(Legend("a2", _("sport et plein air")), Legend("a3", _("culture et rencontre"))),
    )


def _figures() -> Map:
    outlines = tuple(
        Outline(each.label, each.geometry, "quarter", level, _("%(number)d enfants") % {"number": 60 * level * level})
        for level, each in enumerate(_quarters(), 1)
    )
    return Map(_BOX, _("Un nombre par quartier"), _("Plus la teinte est forte, plus il y a d’enfants."),
               key="g-nombres", outlines=(_town(), *outlines))  # fmt: skip


def _empty() -> Map:
    return Map(_BOX, _("Aucun lieu à montrer"), key="g-vide", outlines=(_town(),))


def _town() -> Outline:
    ring = [(2.151, 48.937), (2.158, 48.9315), (2.172, 48.931), (2.188, 48.936), (2.191, 48.945), (2.182, 48.9545),
            (2.168, 48.955), (2.155, 48.949), (2.151, 48.937)]  # fmt: skip
    return Outline(_("Limite de la ville"), {"type": "Polygon", "coordinates": [ring]}, "commune")


def _quarters() -> list[Outline]:
    corners = {
        _("Ouest"): [(2.153, 48.938), (2.162, 48.934), (2.165, 48.942), (2.157, 48.946)],
        _("Centre"): [(2.165, 48.942), (2.162, 48.934), (2.174, 48.934), (2.176, 48.943)],
        _("Est"): [(2.176, 48.943), (2.174, 48.934), (2.186, 48.937), (2.189, 48.944)],
        _("Nord"): [(2.165, 48.942), (2.176, 48.943), (2.178, 48.953), (2.167, 48.953)],
    }
    return [
        Outline(name, {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}, "quarter")
        for name, ring in corners.items()
    ]


def _river() -> Line:
    return Line(_("Le fleuve"), ((2.15, 48.9345), (2.158, 48.931), (2.17, 48.9303), (2.19, 48.9345)), "water")
