"""Formats: each a small file that turns the bytes of one source into entries. `recognise.py` says which it is."""
