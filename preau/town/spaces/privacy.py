from preau.people.privacy import each, plain

FIELDS = {
    "spaces.OpenSpace": each("id site token version", plain("open-air sports grounds of the town")),
}
