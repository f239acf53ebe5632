"""Scans of archives: readers, engines, reports, going on, only what is new."""
