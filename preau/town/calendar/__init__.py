"""Calendar: how the week of a site is cut into time bands, and since when. Nouns: TimeBand, WeekPattern, BandHours."""
