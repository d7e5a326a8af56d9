"""What stands on a printed page."""
import re
import zlib

HEX = r"<([0-9A-Fa-f]+)>"


def is_printed(text, pdf):
    """Whether a text stands in a PDF, read by each font's table from glyphs to characters."""
    streams = []
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S):
        try:
            streams.append(zlib.decompress(packed).decode("latin-1"))
        except zlib.error:
            continue
    drawn = ["".join(re.findall(HEX, block))
             for stream in streams for block in re.findall(r"BT(.*?)ET", stream, re.S)]
    for table in (glyphs(stream) for stream in streams if "begincmap" in stream):
        words = ["".join(table.get(one[at:at + 4].upper(), "?") for at in range(0, len(one), 4)) for one in drawn]
        if any(text in word for word in words):
            return True
    return False


def glyphs(table):
    """From a font's glyphs to characters (ToUnicode of ISO 32000)."""
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for glyph, char in re.findall(rf"{HEX}\s*{HEX}", block):
            found[glyph.upper()] = chr(int(char[:4], 16))
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, char in re.findall(rf"{HEX}\s*{HEX}\s*{HEX}", block):
            for further in range(int(last, 16) - int(first, 16) + 1):
                found[f"{int(first, 16) + further:04X}"] = chr(int(char[:4], 16) + further)
    return found
