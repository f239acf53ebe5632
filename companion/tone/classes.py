"""What the tone model tells of a text, in Detoxify's words."""

from __future__ import annotations

CLASSES = ("toxicity", "severe_toxicity", "obscene", "threat", "insult", "identity_attack")
"""Of a whole text; each is a probability of its own."""

MARKS = ("insult", "obscene", "threat", "identity_attack")
"""Of a word piece: which of the classes it speaks for."""
