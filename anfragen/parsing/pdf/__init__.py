"""From the bytes of a PDF to a text in reading order, with its page boundaries.

Heads, feet and page numbers are taken out, footnotes set apart, tables read row by row. Words split at line ends keep
their hyphen: `parsing.text` joins them as it does in any text. `pdf.satz.extract` is the entry point.
"""
