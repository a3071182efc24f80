from preau.people.privacy import each, plain

FIELDS = {
    "classes.ClassGroup": each(
        "id organisation school_year name levels size first_level version", plain("classes of a school, without pupils")
    ),
}
