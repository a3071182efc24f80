from preau.people.privacy import each, plain

FIELDS = {
    "releases.Release": each(
        "id commune series day tables worked_out is_last at", plain("totals that were protected, then shown to many")
    ),
}
