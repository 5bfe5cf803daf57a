"""One unit under several names looks like several units."""

from quality.rule import Expect, ExpectationRule, Level, Severity

RULE = ExpectationRule(
    code="UNIT_NAMED_ONE_WAY",
    severity=Severity.NOTE,
    level=Level.PLAN,
    statement="Mỗi đơn vị được gọi bằng một tên thống nhất.",
    remedy="Thống nhất một tên gọi cho đơn vị trong toàn văn bản.",
    frame="unit_spelling",
    not_applicable="Kế hoạch không phân công đơn vị nào.",
    check=Expect("ExpectColumnValuesToBeBetween", {"column": "printed_ways", "max_value": 1}),
    finding="{unit_name} được ghi bằng {printed_ways} cách: {printed}.",
    evidence="{printed}",
)
