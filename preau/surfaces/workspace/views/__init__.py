"""Views of the workspace, one noun per file."""
