"""The catalogue as open data: pages of JSON with their JSON Schema, and one CSV."""
