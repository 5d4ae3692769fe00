"""Symbols that fonts keep at private code points, as the marks a reader sees."""

# Wingdings and Symbol code points (low byte); check boxes are what matters in forms.
_WINGDINGS = {
    code: mark
    for mark, codes in {
        "□": (0x2A, 0x6F, 0x70, 0x71, 0x72, 0xA3, 0xA8),
        "☑": (0x52, 0xFE),
        "☒": (0x51, 0x53, 0x54, 0x56, 0xFD),
        "√": (0x50, 0xFC),
        "×": (0xFB,),
        "●": (0x6C,),
        "○": (0x6D, 0xA1),
        "■": (0x6E,),
        "◆": (0x75, 0x76, 0x77),
        "•": (0x9F, 0xA7),
        "◎": (0xA4,),
        "→": (0xD8, 0xE0),
    }.items()
    for code in codes
}


def symbol(code: int) -> str | None:
    """The mark for a Wingdings code (0xFE or 0xF0FE), None if unknown."""
    return _WINGDINGS.get(code & 0xFF if 0xF000 <= code <= 0xF0FF or code < 0x100 else -1)
