class NameTaken(Exception):
    """Another version of the plan has this name."""


class AlreadyAdopted(Exception):
    """The plan has its adopted version; the next plan starts from it."""


class NotInVersion(Exception):
    """The item belongs to another plan than the version."""


class NothingToRestore(Exception):
    """The item already says what the version says, at the same place."""
