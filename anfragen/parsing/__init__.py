"""From a document's text to frozen records; never imports Django."""

# Raise it when reading gives other records than before, so that an import reads the same files once more.
LESEVERSION = 3
