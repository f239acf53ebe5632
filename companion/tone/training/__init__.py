"""How the tone model was made: `make train-tone DATA=folder`. Needs torch, transformers and onnx; the companion none.

corpora.py and contrast.py give examples · network.py and run.py learn · calibrate.py and export.py write the result
"""
