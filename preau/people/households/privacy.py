from preau.people.privacy import each, personal, plain, removed, stays
from preau.people.privacy.register import FieldClass, Sensitivity

_FAMILY = {"readers": "the family itself, the desk", "term": "while a child is enrolled, then 2 years"}
_WHO = personal("the family file", **_FAMILY, scrub="emptied")
_LINK = personal("who lives where, and who decides for whom", **_FAMILY, scrub="the row is removed")
_SITUATION = FieldClass(
    Sensitivity.SENSITIVE,
    "what each adult may do for a child, and on what it rests",
    "the desk, the guardian concerned",
    "while a child is enrolled, then 2 years",
    "the row is removed",
)
_INCOME = FieldClass(
    Sensitivity.SENSITIVE, "the price", "the home concerned, the desk", "10 years of accounting", "the row is removed"
)
_BY = personal("who entered or checked", readers="the family, the desk", term="as the row", scrub="emptied")
_STEERS = plain("steers the file")

FIELDS = {
    "households.Child": {
        **each("id key commune created_at erased_on version", _STEERS),
        **each("first_name last_name born_on sex school level account", _WHO),
    },
    "households.Adult": {
        **each("id key commune created_at erased_on version", _STEERS),
        **each("account first_name last_name email phone contact_by language", _WHO),
    },
    "households.Household": {
        **each("id key commune created_at erased_on version is_resident", _STEERS),
        **each("address postcode city place_key lon lat quarter", _WHO),
    },
    "households.HouseholdMember": each("id household adult from_on until_on", _LINK),
    "households.Residence": each("id household child is_main from_on until_on", _LINK),
    "households.Guardian": {
        **each("id child adult kind rights basis document from_on until_on", _SITUATION),
        **each("recorded_by recorded_at", _BY),
    },
    "households.PickupAuthorisation": each("id child name link phone from_on until_on given_by given_at", _WHO),
    "households.SupportingDocument": {
        **each("id key state valid_until given_at checked_at", _STEERS),
        **each("household child kind file reason", _WHO),
        **each("given_by checked_by", _BY),
    },
    "households.Consent": {
        **each("id purpose text_version channel given_at withdrawn_at", _STEERS),
        **each("child adult", _LINK),
        "entered_by": _BY,
    },
    "households.FamilyQuotient": {
        **each("id month valid_from valid_until recorded_at", _STEERS),
        **each("household value source provider document consent", _INCOME),
        "recorded_by": _BY,
    },
    "households.OutsideLogin": {
        **each("id provider linked_at", _STEERS),
        **each("adult subject", personal("entering by a login of the State", **_FAMILY, scrub="the row is removed")),
    },
    "households.QuotientTerm": {
        **each("id commune months valid_from set_at", plain("how long a quotient holds")),
        "set_by": personal("who decided", readers="the desk", term="as the rule", scrub="emptied"),
    },
    "households.AssistanceMandate": {
        **each("id from_on until_on given_at revoked_at scopes", _STEERS),
        **each("principal organisation identity_seen signed_paper", _WHO),
        "helper": _BY,
    },
    "households.Invitation": {
        **each("id kind token_hash sent_at valid_until used_at withdrawn_at", _STEERS),
        **each("child adult link rights", _LINK),
        "email": personal(
            "where the invitation is sent", readers="the desk", term="until used, 14 days", scrub="emptied"
        ),
        "sent_by": _BY,
    },
    "households.RetentionPolicy": {
        **each("id thing months from_on text decided_at", _STEERS),
        "decided_by": _BY,
    },
    "households.Elimination": {
        **each("id origin due_on listed_at visa_at refused_at because withdrawn_at done_at", _STEERS),
        "adult": personal("whose file is due", readers="data officer", term="kept", scrub="points at an empty row"),
        "visa_by": _BY,
    },
    "households.FileReading": {
        **each("id role part at organisation", _STEERS),
        "child": personal("which file was read", readers="its guardians", term="12 months", scrub="the row is removed"),
        "by": personal("who read", readers="the child's guardians", term="12 months", scrub="emptied"),
    },
}

_COUNTED = "what counts it still counts; the row names nobody"
FAMILY = {
    "households.Child": stays(_COUNTED, copied="enfants", emptied="first_name last_name sex level school account"),
    "households.Adult": stays(_COUNTED, copied="moi", emptied="first_name last_name email phone account"),
    "households.Household": stays(_COUNTED, copied="foyers", emptied="address postcode city place_key quarter lon lat"),
    "households.HouseholdMember": removed("foyers"),
    "households.Residence": removed("qui habite ou"),
    "households.Guardian": removed("responsables"),
    "households.PickupAuthorisation": removed("personnes autorisees"),
    "households.SupportingDocument": removed("pieces"),
    "households.Consent": removed("accords"),
    "households.FamilyQuotient": removed("quotient familial"),
    "households.OutsideLogin": removed("connexions de l etat"),
    "households.AssistanceMandate": removed("mandats"),
    "households.Invitation": removed("invitations"),
    "households.FileReading": removed("qui a ouvert les dossiers"),
    "households.Elimination": stays(
        "the line proves that the file was erased, and names nobody", copied="demandes d effacement"
    ),
}
