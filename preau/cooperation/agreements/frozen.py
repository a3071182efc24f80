"""The database itself keeps what was signed: accounts may be forgotten, a text and a signature may not change."""

from __future__ import annotations

from preau.foundation.frozen import Fixed, Frozen

_TEXT = ("agreement_id", "number", "content", "fingerprint", "fixed_at")
_SIGNATURE = ("party_id", "text_id", "sha256", "way", "signatory_name", "signatory_office", "signed_on", "recorded_at")

SIGNED = Frozen(
    "agreement_refuse",
    "what is signed is fixed",
    (
        Fixed("agreements_agreementtext", _TEXT, "agreements_agreementtext_is_fixed"),
        Fixed("agreements_signature", (*_SIGNATURE, "scan_id"), "agreements_signature_is_fixed"),
    ),
)
protect = SIGNED.protect
