"""How much a process that reads a stranger's file may use."""

import os
import resource
import sys
from dataclasses import dataclass

MB = 2**20


@dataclass(frozen=True)
class Grenzen:
    """Limits for one reading process; text recognition, another program, has its own."""

    speicher_mb: int = 512
    sekunden: int = 10
    erkennung_speicher_mb: int = 2048
    erkennung_sekunden: int = 300


def limit_memory(megabytes: int) -> None:
    """For this process and its children, for good."""
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MB, megabytes * MB))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_seconds(sekunden: int) -> None:
    """Of processor time from now on, after which the system ends the process, should nobody else be left to do it."""
    zeiten = resource.getrusage(resource.RUSAGE_SELF)
    bisher = int(zeiten.ru_utime + zeiten.ru_stime)
    resource.setrlimit(resource.RLIMIT_CPU, (bisher + sekunden + 2, resource.RLIM_INFINITY))


if __name__ == "__main__":
    # python -m anfragen.einlesen.grenzen MEGABYTES COMMAND...: becomes the command, within the limit
    limit_memory(int(sys.argv[1]))
    os.execvp(sys.argv[2], sys.argv[2:])
