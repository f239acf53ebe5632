"""What rule authors ask of a pack: how good it is, why a draft was or was not found, what is still untested."""
