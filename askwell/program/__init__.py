"""Who belongs to a program: invitations, rosters, roles."""
