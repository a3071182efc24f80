class NameTaken(Exception):
    """Another version of the plan has this name."""


class AlreadyAdopted(Exception):
    """The plan has its adopted version; the next plan starts from it."""
