"""What people type in the workspace, checked before the domain hears of it."""
