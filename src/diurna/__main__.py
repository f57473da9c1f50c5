"""`python -m diurna`: the command, where its script is not on the path."""
from __future__ import annotations

import sys

from diurna.views import cli

if __name__ == "__main__":
    sys.exit(cli.main())
