"""Detoxify's own checkpoints, for who prefers them: fetched and verified once, converted to ONNX, then run like ours.

models.yaml is what there is · download.py and store.py bring and keep it · convert.py · scorer.py runs it
"""
