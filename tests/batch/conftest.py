"""A folder of papers, one of them broken."""

import shutil
from pathlib import Path

import pytest
from runs import PAPERS, SAMPLES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "papers"
    home.mkdir()
    for name in PAPERS:
        shutil.copy(SAMPLES / name, home)
    (home / "broken.pdf").write_bytes(b"%PDF-1.7\n%%EOF")
    return home
