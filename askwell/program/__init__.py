"""Cohorts, membership, limits, safeguarding: the room that the program edition will fill."""
