from preau.people.privacy import each, personal, plain

_WORK = plain("what a school and its out-of-class care tell each other; never a word about a child")
_WHO = {
    "readers": "professionals of the plan",
    "term": "life of the plan",
    "scrub": "emptied: the work stays, without its author",
}

FIELDS = {
    "articulation.SitePair": each("id site school_year school care due_on", _WORK),
    "articulation.ProjectSummary": {
        **each("id pair side version text priorities themes revision changed_at published_at", _WORK),
        **each("changed_by published_by", personal("who wrote the summary", **_WHO)),
    },
    "articulation.SummaryPeriod": each("id summary number name starts_on ends_on theme subject", _WORK),
    "articulation.SummarySeen": {
        **each("id summary organisation at", _WORK),
        "by": personal("who opened the other side's summary", **{**_WHO, "readers": "both sides and the coordination"}),
    },
    "articulation.JointSheet": {
        **each("id pair sheet key made_at", _WORK),
        "made_by": personal("who brought the two projects together", **_WHO),
    },
    "articulation.CrossingDismissal": {
        **each("id pair key reason at", _WORK),
        "by": personal("who set the crossing aside", **_WHO),
    },
    "articulation.WeekEntry": {
        **each(
            "id site starts_on ends_on weekday band starts_at ends_at title theme lead group age_from age_to sheet "
            "version",
            _WORK,
        ),
        "leader": personal(
            "who leads the activity: a role, sometimes a first name",
            readers="professionals of the plan",
            term="until the entry is removed",
            scrub="emptied",
        ),
    },
}
