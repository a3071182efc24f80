"""Mail: plain text, sent in the background."""
