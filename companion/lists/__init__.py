"""Confidential lists: terms that may not be posted, kept in an index that does not hold them."""
