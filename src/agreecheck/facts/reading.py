"""What every finder of facts looks at: the document, its folded text, and the mentions in it."""

from agreecheck.model.base import Frozen
from agreecheck.model.document import Document
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span


class Reading(Frozen):
    """One document prepared for understanding.

    ``folded`` has the length of ``document.text``, so every offset holds in both. ``pack`` is the folder of
    vocabularies in the document's language (``"zh"`` or ``"en"``).
    """

    document: Document
    folded: str
    mentions: tuple[Mention, ...]
    pack: str

    def quote(self, span: Span) -> str:
        """The document's own words at ``span``."""
        return self.document.quote(span)
