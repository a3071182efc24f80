from preau.people.privacy import each, personal, plain

_WHO = {"readers": "catalogue agents, coordinators, administrators", "term": "life of the import", "scrub": "emptied"}

FIELDS = {
    "opendata.ImportRun": {
        **each(
            "id commune source file_name file_size sha256 upload state started_at ended_at options outlook notes error "
            "progress read created updated unchanged back gone outside ignored repeated refused undone_at",
            plain("an official file taken in, and what it changed"),
        ),
        "by": personal("who imported it", **_WHO),
        "undone_by": personal("who undid it", **_WHO),
    },
    "opendata.ImportRefusal": {
        **each("id run line column reason", plain("a line of an official file that was not taken")),
        "value": personal(
            "what stood in the refused cell of an open file; may be a name where columns are mixed up",
            readers="catalogue agents, coordinators, administrators",
            term="one year",
            scrub="removed with the line",
        ),
    },
    "opendata.ImportChange": each(
        "id run kind table row before", plain("what an import wrote over, kept one year so that it can be undone")
    ),
}
