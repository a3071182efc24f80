"""Places: where children are, when the door is open, who can get in, what registers say of it.

Nouns: Site, OpeningHours, OpeningChange, AccessAnswer, SitePhoto, PlaceRecord.
"""
