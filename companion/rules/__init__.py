"""shared_rules → something to run: read (load), understood (model), made linear-time (compile), asked (evaluate)."""
