"""What the public pages show, put together from the public reads: a fixed number of queries for each page."""
