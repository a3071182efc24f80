"""Shell: what every screen stands in: headers, login by default, error pages, the context of the layouts."""
