from preau.people.privacy import each, personal, plain

_WHO = {"readers": "the provider and the town's agents", "term": "life of the entry", "scrub": "emptied"}

FIELDS = {
    "entry_versions.EntryVersion": {
        **each(
            "id activity kind title body source written_at validated_on version",
            plain("the public catalogue, told otherwise"),
        ),
        "written_by": personal("who wrote the version", **_WHO),
        "translator": personal("who translated, when it is somebody else", **_WHO),
        "validated_by": personal("which readers understood it: a group, never a diagnosis", **_WHO),
    }
}
