from preau.people.privacy import each, plain

FIELDS = {
    "staffing.RatioRule": each(
        "id case under_six children valid_from valid_to source", plain("what the law says, dated")
    ),
}
