"""The worked example: an invented seeker's journey, told as if it were happening now."""
