"""The notation of weighted phrases in the packs: ``..n`` is a gap of at most n characters in one sentence."""

import re


def compile_phrase(text: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    """A phrase as an expression; single blanks beside a gap only set it apart."""
    parts = re.split(r" *\.\.(\d+) *", text.strip())
    gaps = [f"[^。;\\n]{{0,{part}}}?" if at % 2 else part for at, part in enumerate(parts)]
    return re.compile("".join(gaps), re.I if ignore_case else re.NOFLAG)
