"""Board: where the plan stands, objective by objective. Facts in, lines out."""
