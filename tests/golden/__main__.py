"""Writes the golden files anew: all of them, or those named; a name that has none yet gets one."""

import sys

from tests import golden

for name in sys.argv[1:] or golden.names():
    golden.write(name)
    print(golden.expected(name))
