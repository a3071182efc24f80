from preau.people.privacy import each, personal, plain, removed
from preau.people.privacy.register import FieldClass, Sensitivity

_TERM = "the school year, then two months to renew it"
_STEERS = plain("says which version holds, and until when")
_HEALTH = FieldClass(
    Sensitivity.SENSITIVE,
    "receive the child well: encrypted, never searched, exported, mailed or logged",
    "holders of authority and of usual acts, the young person, whoever receives the child that day",
    _TERM,
    "the row is removed",
)
_WHO = personal("whose sheet, and who told or wrote it", readers="the family", term=_TERM, scrub="the row is removed")

FIELDS = {
    "health.HealthSheet": {
        **each("id key number is_current valid_until channel written_at", _STEERS),
        **each("child told_by written_by", _WHO),
        "content": _HEALTH,
    },
}

FAMILY = {
    "health.HealthSheet": removed(
        not_copied="read and printed on the child's own page by those who may; health leaves in no file (brief, c.1)"
    ),
}
