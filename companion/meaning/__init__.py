"""Meaning by example: sentences as vectors, and what sets a rule's `like` lines apart from its `unlike` lines."""
