"""Figures of projects held against each other: what they are for, whether they agree, what they add up to.

`zwecke` says what a figure is for, `groessen` whether two values can both be true, `teile` whether the parts that a
sentence names make its whole; `pruefung` has the rules about figures on record, `summen` adds those that staff marked.
"""
