"""Readers of the official release files: O*NET, BLS, NCES; each gives plain values by SOC code."""
