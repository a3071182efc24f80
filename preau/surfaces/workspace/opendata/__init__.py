"""Official files in the workspace: sent, seen beforehand, confirmed, undone."""
