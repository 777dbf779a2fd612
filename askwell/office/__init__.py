"""Staff screens and reports: the room that the program edition will fill."""
