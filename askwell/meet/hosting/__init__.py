"""What a host or counselor with an account sees of the conversations they are asked for."""
