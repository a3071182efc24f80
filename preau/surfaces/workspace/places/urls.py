"""What families read of places, and the registers they come from."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.places.views import families, opening, photos, registers

urlpatterns = [
    path("sites/<slug:slug>/familles/", families.site_families, name="site_families"),
    path("sites/<slug:slug>/pratique/", families.site_practical, name="site_practical"),
    path("sites/<slug:slug>/accessibilite/", families.site_access, name="site_access"),
    path("sites/<slug:slug>/ouverture/", opening.site_opening, name="site_opening"),
    path("sites/<slug:slug>/ouverture/ajout/", opening.site_change_addition, name="site_change_addition"),
    path("sites/<slug:slug>/ouverture/<int:pk>/retrait/", opening.site_change_removal, name="site_change_removal"),
    path("sites/<slug:slug>/photos/ajout/", photos.site_photo_addition, name="site_photo_addition"),
    path("sites/<slug:slug>/photos/<int:pk>/", photos.site_photo, name="site_photo"),
    path("sites/<slug:slug>/photos/<int:pk>/image/", photos.site_photo_file, name="site_photo_file"),
    path("sites/<slug:slug>/photos/<int:pk>/retrait/", photos.site_photo_removal, name="site_photo_removal"),
    path("sites/<slug:slug>/fiches/<int:pk>/reprise/", registers.site_takeover, name="site_takeover"),
    path("sites/<slug:slug>/fiches/<int:pk>/retrait/", registers.site_record_unlinking, name="site_record_unlinking"),
    path("fiches-officielles/", registers.place_records, name="place_records"),
    path("fiches-officielles/lot/", registers.place_records_batch, name="place_records_batch"),
    path("fiches-officielles/<int:pk>/rattachement/", registers.place_record_linking, name="place_record_linking"),
    path("fiches-officielles/<int:pk>/lieu/", registers.place_record_site, name="place_record_site"),
]
