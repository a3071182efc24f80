"""Adoption of the plan, its convention and signatures."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.adoption import views as adoption
from preau.surfaces.workspace.agreements.views import agreements, signatures
from preau.surfaces.workspace.agreements.views import parts as agreementparts
from preau.surfaces.workspace.agreements.views import steps as agreementsteps

urlpatterns = [
    path("adoption/", adoption.adoption_page, name="adoption"),
    path("adoption/preparation/", adoption.adoption_preparation, name="adoption_preparation"),
    path("adoption/vote/", adoption.adoption_vote, name="adoption_vote"),
    path("adoption/acte/", adoption.adoption_act, name="adoption_act"),
    path("adoption/acte/ajout/", adoption.adoption_scan, name="adoption_scan"),
    path("adoption/suite/", adoption.adoption_sequel, name="adoption_sequel"),
    path("conventions/", agreements.agreement_list, name="agreements"),
    path("conventions/nouvelle/", agreements.agreement_creation, name="agreement_creation"),
    path("conventions/delais/", agreements.agreement_delays, name="agreement_delays"),
    path("conventions/<int:pk>/", agreements.agreement_page, name="agreement"),
    path("conventions/<int:pk>/redaction/", agreements.agreement_edit, name="agreement_edit"),
    path("conventions/<int:pk>/document/", agreements.agreement_document, name="agreement_document"),
    path("conventions/<int:pk>/vote/", agreementsteps.agreement_vote, name="agreement_vote"),
    path("conventions/<int:pk>/bilan/", agreementsteps.agreement_review, name="agreement_review"),
    path("conventions/<int:pk>/suite/", agreementsteps.agreement_sequel, name="agreement_sequel"),
    path("conventions/<int:pk>/etapes/<slug:step>/", agreementsteps.agreement_step, name="agreement_step"),
    path("conventions/<int:pk>/signataires/", agreementparts.party_addition, name="party_addition"),
    path("conventions/signataires/<int:pk>/", agreementparts.party_edit, name="party"),
    path("conventions/signataires/<int:pk>/retrait/", agreementparts.party_removal, name="party_removal"),
    path("conventions/<int:pk>/annexes/", agreementparts.annex_addition, name="annex_addition"),
    path("conventions/annexes/<int:pk>/", agreementparts.annex_file, name="annex"),
    path("conventions/annexes/<int:pk>/retrait/", agreementparts.annex_removal, name="annex_removal"),
    path("conventions/signataires/<int:pk>/papier/", signatures.paper_signature, name="paper_signature"),
    path("conventions/signataires/<int:pk>/signature/", signatures.signature, name="signature"),
    path("conventions/signataires/<int:pk>/reconnexion/", signatures.signature_login, name="signature_login"),
    path("conventions/signatures/<int:pk>/acte/", signatures.signature_scan, name="signature_scan"),
    path("conventions/signatures/<int:pk>/annulation/", signatures.signature_cancelling, name="signature_cancelling"),
]
