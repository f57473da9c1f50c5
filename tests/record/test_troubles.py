"""Every code of the room is explained in docs/troubles.md, and none is explained that is not used."""
from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_codes_are_those_of_the_docs() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/diurna/record").glob("*.py"))
    docs = (ROOT / "docs/troubles.md").read_text(encoding="utf-8")
    assert set(re.findall(r'"(D2\d\d)"', source)) == set(re.findall(r"\bD2\d\d\b", docs))
