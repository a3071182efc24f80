"""Places, the two projects of a site and the week of a child."""
