"""Running a command, in this process or in one of its own."""
from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

SOURCE = Path(__file__).parents[2] / "src"


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


BEGIN = "import sys; from diurna.views.cli import main; sys.exit(main())"


def process(*arguments: str, stdout: Any = subprocess.PIPE, begin: str = BEGIN, **settings: str) -> subprocess.Popen[bytes]:
    """The command in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), **settings}
    return subprocess.Popen([sys.executable, "-c", begin, *arguments], env=environment, stdout=stdout, stderr=subprocess.PIPE)
