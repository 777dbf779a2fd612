"""When a host or counselor may be asked to talk: their hours, their limits, what else takes their time."""
