"""Structure: axes, general objectives, rows, operational objectives and expected effects, with their history."""
