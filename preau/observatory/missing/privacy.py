from preau.people.privacy import each, plain

FIELDS = {
    "missing.Picture": each(
        "id commune school_year until told around facts made_at",
        plain("counts of children of which no small number can be found"),
    ),
}
