"""Measurements of what the product promises: how right reading is, how fast things are. Each runs by `make bench-…`."""
