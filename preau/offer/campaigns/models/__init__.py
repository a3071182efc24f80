from .appeal import Appeal
from .application import Application, RankedWish
from .campaign import AllocationCampaign, CampaignStep
from .case import CaseExplanation, Override
from .letter import Letter
from .offer import Bundle, CampaignOffer, Reserve
from .rule import PriorityRule
from .run import AllocationRun
from .terms import CampaignTerms

__all__ = [
    "AllocationCampaign",
    "AllocationRun",
    "Appeal",
    "Application",
    "Bundle",
    "CampaignOffer",
    "CampaignStep",
    "CampaignTerms",
    "CaseExplanation",
    "Letter",
    "Override",
    "PriorityRule",
    "RankedWish",
    "Reserve",
]
