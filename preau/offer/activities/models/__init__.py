from .activity import Activity
from .adaptation import Adaptation
from .counter import CatalogueCounter
from .session import Session
from .slot import Slot, SlotException
from .step import EntryStep

__all__ = ["Activity", "Adaptation", "CatalogueCounter", "EntryStep", "Session", "Slot", "SlotException"]
