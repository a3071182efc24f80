"""A page that shows a child's file to somebody of the town says so to the child's guardians."""

from __future__ import annotations

from django.http import HttpRequest

from preau.people.households.enums import FilePart
from preau.people.households.models import Child
from preau.people.households.readings import read_file
from preau.surfaces.shell.access import recording_readings
from preau.surfaces.shell.request import actor, hand


def note_reading(request: HttpRequest, child: Child, part: FilePart) -> None:
    """Called by the view, once the door is passed and before anything is shown. Works in GET."""
    with recording_readings():
        read_file(child, part=part, who=actor(request), hand=hand(request))
