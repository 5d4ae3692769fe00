"""What can be set in ``agreecheck.toml`` or ``[tool.agreecheck]``: the keys, their types and defaults."""

from typing import Annotated, Literal

from msgspec import Meta

from agreecheck.model.base import Frozen
from agreecheck.model.finding import Ignore, Severity

Language = Literal["zh", "en"]
Format = Literal["terminal", "json", "jsonl", "markdown", "html"]
Level = Literal["low", "medium", "high", "critical", "never"]
Text = Annotated[str, Meta(min_length=1)]
Count = Annotated[int, Meta(ge=1, le=1_000_000)]

HARMLESS = frozenset(["lang", "format", "include", "exclude"])
"""What a file that lies among the papers may set: how a report looks and which files are meant, as an ignore file
there may too. What decides how papers are judged, what counts as a finding or what the machine is asked to do must not
come with the papers."""


class Config(Frozen, rename="kebab"):
    """All settings. ``packs`` are folders and ``law`` a file, relative to the file that names them; ``severity`` maps
    the code of a rule, a check or a checklist item; ``timeout`` is in seconds for a file, ``memory`` in MB for a
    process, ``jobs`` None for as many as there are processor cores."""

    lang: Language = "zh"
    format: Format = "terminal"
    fail_on: Level = "high"
    severity: dict[str, Severity] = {}
    ignore: tuple[Ignore, ...] = ()
    packs: tuple[Text, ...] = ()
    law: Text | None = None
    include: tuple[Text, ...] = ()
    exclude: tuple[Text, ...] = ()
    timeout: Count = 60
    memory: Count = 2048
    jobs: Count | None = None
