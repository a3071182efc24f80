"""What anybody reads of a group open to registration, and the published reasons of a refusal."""
