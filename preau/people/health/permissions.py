"""Who reads which part of a sheet. Which children a professional reaches that day is told by those who receive them."""

from __future__ import annotations

from enum import StrEnum

from .enums import Part


class Reader(StrEnum):
    WRITER = "writer"  # holds parental authority, or is the young person: writes and reads all
    CARER = "carer"  # usual acts: reads all
    LEADER = "leader"  # receives the child, in the child's own group, that day
    DESK = "desk"  # enters what a family wrote on paper


PARTS: dict[Reader, frozenset[Part]] = {
    Reader.WRITER: frozenset(Part),
    Reader.CARER: frozenset(Part),
    Reader.LEADER: frozenset(Part),
    Reader.DESK: frozenset(),
}
"""The desk knows that a sheet exists and until when, never what it says."""

ON_CONSENT: frozenset[Part] = frozenset({Part.CARE})
"""Shared with the team only while a holder of authority agrees (« care_shared »). Safety never waits for that: the
sheet was given for it, and a child who cannot breathe must be helped by whoever is there."""


def parts_for(reader: Reader, *, is_shared: bool) -> frozenset[Part]:
    parts = PARTS[reader]
    return parts if is_shared or reader in (Reader.WRITER, Reader.CARER) else parts - ON_CONSENT
