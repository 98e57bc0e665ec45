"""Finds what a PDF would run when it is opened. Nothing here runs it; but the original is kept and shown to people."""

import re
import zlib

MB = 2**20
AKTION = re.compile(rb"/(?:JavaScript|Launch)\b")
NAME_MIT_CODE = re.compile(rb"/[\w#]{0,40}#[0-9A-Fa-f]{2}[\w#]{0,40}")  # "/J#61vaScript"
CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
OBJEKTSTROM = re.compile(rb"/ObjStm\b[^>]{0,500}>>\s{0,4}stream\r?\n")
MAX_STROM = 16 * MB  # bytes of one unpacked stream of objects; real ones have some hundred kB


def has_script(daten: bytes) -> bool:
    """Whether some action of the file is a script or starts a program."""
    if _names_action(daten):
        return True
    for strom in OBJEKTSTROM.finditer(daten):
        try:
            inhalt = zlib.decompressobj().decompress(memoryview(daten)[strom.end() :], MAX_STROM)
        except zlib.error:
            continue
        if _names_action(inhalt):
            return True
    return False


def _names_action(daten: bytes) -> bool:
    if AKTION.search(daten):
        return True
    namen = (CODE.sub(lambda code: bytes([int(code[1], 16)]), name.group()) for name in NAME_MIT_CODE.finditer(daten))
    return any(AKTION.match(name) for name in namen)
