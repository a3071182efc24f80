"""Who offers: requests to join, the papers of each organisation, the delays that the town decided."""
