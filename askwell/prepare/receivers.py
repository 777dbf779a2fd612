"""What earlier rooms set in motion here."""
