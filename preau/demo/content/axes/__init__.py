"""The plan of Clairval, one axis per file. Some points still wait to be settled: they are part of the story."""

from .discovering import AXIS as DISCOVERING
from .growing import AXIS as GROWING
from .supporting import AXIS as SUPPORTING
from .welcoming import AXIS as WELCOMING

AXES = (DISCOVERING, WELCOMING, SUPPORTING, GROWING)
