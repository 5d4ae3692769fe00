"""Find a pack's folder: beside the code in a wheel, at the top of a checkout otherwise."""

from pathlib import Path

from agreecheck.errors import PackError

_INSTALLED = Path(__file__).resolve().parent.parent / "patterns"
_CHECKOUT = Path(__file__).resolve().parents[3] / "patterns"


def root() -> Path:
    """The folder that holds the shipped packs."""
    for folder in (_INSTALLED, _CHECKOUT):
        if folder.is_dir():
            return folder
    raise PackError(
        "the rule packs are missing from this installation.", where=str(_INSTALLED), todo="Install agreecheck again."
    )


def folder(name: str) -> Path:
    """The folder of a shipped pack (``"zh"``) or of a user's own (a path that exists)."""
    own = Path(name)
    if own.is_dir() and ("/" in name or "\\" in name or name.startswith(".")):
        return own
    shipped = root() / name
    if shipped.is_dir():
        return shipped
    known = ", ".join(sorted(p.name for p in root().iterdir() if p.is_dir()))
    raise PackError(
        f"there is no rule pack {name!r}.", todo=f"Shipped packs: {known}; a folder of your own is given as ./folder."
    )
