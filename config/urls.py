"""Where each surface lives. The public's addresses are French; names in code are English."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import RedirectView
from django.views.i18n import set_language

from preau.surfaces.api.urls import public_urls

urlpatterns = [
    path("famille/", include("preau.surfaces.portal.urls")),  # first: on opening day everybody is there
    path("", include("preau.surfaces.public.urls")),
    path("atelier/", include("preau.surfaces.workspace.urls")),
    path("pilotage/", include("preau.surfaces.steering.urls")),
    path("compte/", include("preau.surfaces.shell.urls")),
    path("compte/", include("allauth.urls")),
    path("api/", login_not_required(RedirectView.as_view(pattern_name="public:data")), name="api"),
    path("api/", public_urls()),
    path("galerie/", include("preau.foundation.design.urls")),
    path("langue/", login_not_required(set_language), name="set_language"),
]

handler400 = "preau.surfaces.shell.errors.bad_request"
handler403 = "preau.surfaces.shell.errors.permission_denied"
handler404 = "preau.surfaces.shell.errors.page_not_found"
handler500 = "preau.surfaces.shell.errors.server_error"
