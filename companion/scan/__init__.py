"""Many texts that are already written: a page's items, a whole archive."""
