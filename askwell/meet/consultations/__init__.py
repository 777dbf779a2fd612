"""A counselor's bookable half hour: the times of all counselors in one list, and who of them gets it."""
