"""agreecheck reads a repayment agreement before it is signed.

``check(path)`` gives a whole review, ``extract(text)`` the facts of a bare string. Both are resolved on first use,
so that importing the package costs nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agreecheck.engine import check, check_text, extract

__version__ = "0.1.0"
__all__ = ["__version__", "check", "check_text", "extract"]

_WHERE = {"check": "agreecheck.engine", "check_text": "agreecheck.engine", "extract": "agreecheck.engine"}


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        from importlib import import_module

        return getattr(import_module(_WHERE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
