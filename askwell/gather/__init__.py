"""Group events with limited seats: the room that the program edition will fill."""
