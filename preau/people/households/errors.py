"""Why a verb of family life did not happen. Screens turn each into one sentence."""

from __future__ import annotations


class LinkTaken(Exception):
    """The two are linked already: the link is changed, not added."""


class LastHolder(Exception):
    """Nobody else would hold parental authority: it takes a written reason."""


class NotForThisPurpose(Exception):
    """This purpose is agreed to for a child, or for oneself; not the other way round."""


class NotHolder(Exception):
    """Only whoever holds parental authority agrees to it."""


class KeptAway(Exception):
    """A decision keeps this person away from the child: they can't be named to collect them."""


class LastHome(Exception):
    """A child has one home at least."""


class Judged(Exception):
    """The paper was accepted or refused already."""


class InvitationOver(Exception):
    """The link or the code was used, withdrawn, or is too old."""


class NotYetOfAge(Exception):
    """The young person is too young for an account of their own."""


class AccountTaken(Exception):
    """The account already stands for somebody else of a family."""


class StillNeeded(Exception):
    """Something binds the family still: a place, a paper that waits. ``args`` are the sentences that say what."""


class AlreadyListed(Exception):
    """The file is on the elimination list already."""
