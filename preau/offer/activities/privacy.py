from preau.people.privacy import each, personal, plain

_PUBLIC = plain("the public catalogue")
_WHO = {"readers": "everybody, once the entry is published", "term": "life of the entry", "scrub": "emptied"}
_CONTACT = personal("whom families may call about the activity", **_WHO)

FIELDS = {
    "activities.Activity": {
        **each(
            "id commune organisation slug school_year title summary description domain keywords pillars "
            "audiences levels age_min age_max site meeting_point starts_on ends_on capacity staff price_rule "
            "price_words has_taster booking booking_words website state published_at verified_on copied_from "
            "created_at updated_at version read_version revision",
            _PUBLIC,
        ),
        **each("contact_name contact_phone contact_email", _CONTACT),
    },
    "activities.Slot": each(
        "id activity rhythm season weekday starts_at ends_at first_on last_on capacity label", _PUBLIC
    ),
    "activities.SlotException": each("id slot day is_cancelled new_day starts_at ends_at reason", _PUBLIC),
    "activities.Session": each("id activity slot day starts_at ends_at band is_cancelled reason", _PUBLIC),
    "activities.Adaptation": {
        **each(
            "id activity staff_trained trained_on ratio sensory communication premises material companion_is_free "
            "has_trial is_specialised not_possible verified_on",
            _PUBLIC,
        ),
        **each("contact_name contact_phone contact_email", _CONTACT),
    },
    "activities.EntryStep": {
        **each("id activity step from_state to_state cause reason facts version at", _PUBLIC),
        "by": personal(
            "who took the step", readers="the provider and the town's agents", term="life of the entry", scrub="emptied"
        ),
    },
    "activities.CatalogueCounter": each("id commune value", _PUBLIC),
}
