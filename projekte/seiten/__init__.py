"""What the public pages show, put together from the querysets: a fixed number of queries for each page."""
