"""A person's own calendar, into which Askwell writes their conversations (CalDAV, RFC 4791)."""
