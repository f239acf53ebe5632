"""Detectors: each looks at a draft in its own way and answers with findings."""
