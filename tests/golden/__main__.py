"""Writes the golden files anew: all of them, or those named; a name that has none yet gets one."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()
from tests import golden  # noqa: E402 # knows models, which can't be imported before

for name in sys.argv[1:] or golden.names():
    golden.write(name)
    print(golden.expected(name))
