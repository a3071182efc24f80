from preau.people.privacy import each, personal, plain

_WHO = {"readers": "those who may read what the file belongs to", "term": "as long as the file"}

FIELDS = {
    "files.StoredFile": {
        **each("id kind size sha256 uploaded_at", plain("a file joined to the work of the town")),
        "name": personal("finds the file again; may hold a name", **_WHO, scrub="removed with the file"),
        "uploaded_by": personal("who sent it", **_WHO, scrub="emptied: the file stays, without its sender"),
    },
}
