"""Recognisers: one kind of personal data a module, each a Presidio recogniser.

They import Presidio when they are imported, which takes a second: only `PersonalData.load` does that.
"""
