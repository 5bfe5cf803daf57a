"""The rules on which the figures stand: without them a record is counted twice, nowhere or under the wrong place.

No analyst can accept a finding of theirs, turn them off or make them milder.
"""

from __future__ import annotations

INTEGRITY_RULES = frozenset(
    {
        "COMMUNE_CODE_KNOWN",
        "COMMUNE_RESOLVED",
        "PLAN_ID_UNIQUE",
        "ROWS_BELONG_TO_PLANS",
        "TARGET_HAS_PLAN",
        "TARGET_ID_UNIQUE",
        "TASK_HAS_PLAN",
        "TASK_ID_UNIQUE",
        "TASK_UNIT_HAS_TASK",
        "UNIT_CODE_KNOWN",
    }
)
