"""Exit codes. An unread page beats a finding: silence must not look like health."""

from collections.abc import Collection

CLEAN, FINDINGS, USAGE, UNREAD, STOPPED = 0, 1, 2, 3, 130


def without_report(reason: str) -> int:
    """The code of a file that came to nothing: 2 where the call or a pack is at fault, else 3."""
    return USAGE if reason in ("missing", "pack") else UNREAD


def together(codes: Collection[int]) -> int:
    """The code of many files: 3 if any was not read, else 1 if any has findings, else 2 if one was missing."""
    for code in (UNREAD, FINDINGS, USAGE):
        if code in codes:
            return code
    return CLEAN
