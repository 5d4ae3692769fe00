"""``python -m agreecheck``."""

import sys

from agreecheck.cli import main

sys.exit(main())
