"""An association asks to publish its activities: no account, a mail that confirms, an answer with a reason."""
