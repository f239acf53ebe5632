"""Foreword's companion: what runs on the writer's own computer and nowhere else."""

__version__ = "0.1.0"

API = 1
"""The contract's number; extension and companion say it to each other and name the older one when they differ."""
