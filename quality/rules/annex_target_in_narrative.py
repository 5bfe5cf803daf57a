"""A target of the annex that the narrative does not name was added to one of them only."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="ANNEX_TARGET_IN_NARRATIVE",
    severity=Severity.NOTE,
    level=Level.TARGET,
    statement="Chỉ tiêu ở phụ lục được nêu ở phần lời khi phần lời liệt kê chỉ tiêu.",
    remedy="Bổ sung chỉ tiêu vào phần lời hoặc bỏ ở phụ lục.",
    frame="annex_target",
    not_applicable="Kế hoạch không có chỉ tiêu ở cả phần lời và phụ lục.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "narrative_targets", "min_value": 1}),
    finding="Phụ lục có chỉ tiêu mà phần lời không nêu: “{source_text}”.",
    evidence="{source_text}",
)
