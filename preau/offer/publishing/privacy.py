from preau.people.privacy import each, personal, plain

FIELDS = {
    "publishing.EntryReminder": each("id activity due_on days sent_at", plain("not to remind twice")),
    "publishing.EntryTable": {
        **each("id commune file sent_at outcome", plain("a spreadsheet on its way into the catalogue")),
        "sent_by": personal("whose table it is", readers="its sender", term="a day", scrub="removed"),
    },
}
