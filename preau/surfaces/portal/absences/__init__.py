"""A child who will not come, who came this month, and what must be known of a child."""
