"""What a career's page says: figures turned into bars and sentences. No Django."""
