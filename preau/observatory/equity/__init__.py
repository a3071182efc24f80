"""How near the offer is, and for whom: travel times, places within reach, white areas, gaps."""
