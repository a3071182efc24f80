from preau.people.privacy import each, plain

FIELDS = {
    "places.Site": each("id commune name slug kind address school care version", plain("public places of the town")),
}
