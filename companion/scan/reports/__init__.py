"""Ways to tell what a scan found. Each takes results one by one and holds few of them."""
