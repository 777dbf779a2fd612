"""What the clock starts: letters whose sending was cut off are set aside for the seeker to look at."""


def run_due() -> None:
    """Nothing is due yet; the sending service adds its round here."""
