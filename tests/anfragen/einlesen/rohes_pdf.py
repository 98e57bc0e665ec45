"""PDFs written by hand, object by object: what no printing library would make."""

import zlib


def build(*objekte: bytes, wurzel: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with `wurzel` as its catalogue."""
    daten = bytearray(b"%PDF-1.7\n")
    stellen = []
    for nummer, objekt in enumerate(objekte, start=1):
        stellen.append(len(daten))
        daten += b"%d 0 obj\n%b\nendobj\n" % (nummer, objekt)
    verzeichnis = len(daten)
    daten += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objekte) + 1)
    daten += b"".join(b"%010d 00000 n \n" % stelle for stelle in stellen)
    daten += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objekte) + 1, wurzel, verzeichnis)
    return bytes(daten)


def stream(inhalt: bytes, woerterbuch: bytes = b"") -> bytes:
    """A compressed stream object."""
    gepackt = zlib.compress(inhalt, 9)
    return b"<< /Length %d /Filter /FlateDecode %b >>\nstream\n%b\nendstream" % (len(gepackt), woerterbuch, gepackt)


def page(inhalt: bytes, *, katalog: bytes = b"", seite: bytes = b"", weitere: tuple[bytes, ...] = ()) -> bytes:
    """One page that draws `inhalt`; `katalog` and `seite` are added to these dictionaries, `weitere` are objects
    from number 6."""
    return build(
        b"<< /Type /Catalog /Pages 2 0 R %b >>" % katalog,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %b"
        b" /Resources << /Font << /F1 5 0 R >> /XObject << /Im1 6 0 R >> >> >>" % seite,
        stream(inhalt),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *weitere,
    )


TEXT = b"BT /F1 12 Tf 70 700 Td (Antwort der Landesregierung) Tj ET"
