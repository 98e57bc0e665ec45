"""The index of answered questions: a CSV with one line per answer (`docs/verzeichnis-format.md`).

`reading` and `zeilen` turn a file into frozen lines or refusals and know no database; `recording` writes batches of
lines; `importing` leads a file through both.
"""
