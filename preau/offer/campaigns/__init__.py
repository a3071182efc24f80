"""Fair places: rules voted before, ranked wishes, one draw, a reason for everyone (domain brief, f).

Nouns: AllocationCampaign, PriorityRule, Reserve, Application, RankedWish, AllocationRun, CaseExplanation.
"""
