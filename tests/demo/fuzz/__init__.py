"""Whatever anybody sends, wherever, the house answers: never a failure of its own.

``PREAU_FUZZ=20`` asks for twenty rounds instead of one, each drawn from another seed; ``PREAU_FUZZ_SEED`` moves them.
"""

from __future__ import annotations

import os

ROUNDS = int(os.environ.get("PREAU_FUZZ", "1"))
SEED = int(os.environ.get("PREAU_FUZZ_SEED", "0"))
