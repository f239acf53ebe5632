"""Foreword as something that is simply there: it starts with the computer, and browsers find it."""
