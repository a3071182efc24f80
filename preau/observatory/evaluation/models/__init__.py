from .contribution import Contribution, ContributionFile, ContributionRecall
from .evaluation import Evaluation, EvaluationStep
from .figure import AdoptedFigure
from .survey import Survey, SurveyAnswer, SurveyQuestion
from .target import Target
from .verdict import Dissent, Verdict

__all__ = [
    "AdoptedFigure",
    "Contribution",
    "ContributionFile",
    "ContributionRecall",
    "Dissent",
    "Evaluation",
    "EvaluationStep",
    "Survey",
    "SurveyAnswer",
    "SurveyQuestion",
    "Target",
    "Verdict",
]
