"""The review page's own ideas: how a draft is cut into pages, set beside its source, and shown item by item."""
