"""Named versions, compared and put back."""
