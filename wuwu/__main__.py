"""`python -m wuwu`, the same as `wuwu`."""

import sys

from wuwu.cli import main

sys.exit(main())
