"""The second reader works on words and advises: word edges, names, and the sentence that may cover a topic.

Whatever is heavy (jieba, spaCy) loads at the first call that needs it, once a process.
"""

from agreecheck.nlp.edges import veto
from agreecheck.nlp.names import names
from agreecheck.nlp.propose import propose

__all__ = ["names", "propose", "veto"]
