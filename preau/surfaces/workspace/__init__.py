"""Workspace: where professionals write the plan."""
