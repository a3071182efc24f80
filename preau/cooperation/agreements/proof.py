"""What is signed is what was voted: recomputed each time somebody asks, never taken on trust."""

from __future__ import annotations

from dataclasses import dataclass

from preau.cooperation.agreements.models import Agreement, AgreementText, Signature


@dataclass(frozen=True, slots=True)
class Proof:
    """``text``: the words put to signature still have their fingerprint. ``plan``: the plan that they name is, to the
    letter, the one that was adopted (True where there is none). ``signatures``: each is a signature of these words.
    """

    text: bool
    plan: bool
    signatures: bool

    @property
    def holds(self) -> bool:
        return self.text and self.plan and self.signatures


def proof_of(agreement: Agreement, text: AgreementText) -> Proof:
    version = agreement.version
    is_same_plan = (
        text.plan_fingerprint == version.fingerprint and version.is_intact if version else not text.plan_fingerprint
    )
    standing = Signature.objects.standing().filter(party__agreement=agreement).values_list("sha256", "text")
    return Proof(
        text.is_intact, is_same_plan, all(sha256 == text.fingerprint and key == text.pk for sha256, key in standing)
    )
