"""The network of citations: what a paper builds on, what builds on it, and the picture of both."""
