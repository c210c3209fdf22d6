"""Run the command line as ``python -m peaceops``."""

from __future__ import annotations

import sys

from peaceops.cli import main

sys.exit(main())
