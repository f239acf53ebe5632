"""How a text will be taken: a small model with Detoxify's six classes that also says which words it means.

classes.py names what it tells · reading.py is the text as the model reads it · training/ is how it was made
"""
