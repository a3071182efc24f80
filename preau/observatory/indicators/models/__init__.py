from .indicator import Indicator, IndicatorReading
from .terms import ParticipationTerms
from .value import Value

__all__ = ["Indicator", "IndicatorReading", "ParticipationTerms", "Value"]
