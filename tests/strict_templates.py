"""An unknown variable in a template is an error, not an empty string."""

from __future__ import annotations

_OF_THE_LIBRARY = (
    "attrs.",
    "slots.",
    "redirect_field",
    "signup_url",
    "form.instance",
    "block.super",
    "authenticators.",
    "unused_codes",
    "MFA_",
    "is_",
)
"""What allauth's own templates name without always giving it."""


class UnknownVariable(str):
    """Django puts ``%s`` into it, with the name of the variable it could not find."""

    def __new__(cls) -> UnknownVariable:
        return super().__new__(cls, "unknown variable %s")

    def __mod__(self, name: object) -> str:
        if str(name).startswith(_OF_THE_LIBRARY):
            return ""
        raise AssertionError(f"unknown template variable: {name}")

    def __contains__(self, part: object) -> bool:
        return part == "%s"
