"""A commune gives no orders to departments of the province or to other communes."""

from quality.rule import Expect, ExpectationRule, Level, Severity

_DEPARTMENTS = (
    r"(?:^(?:[-+•]|\d+\.|[a-zđ]\))?\s*|(?:yêu cầu|giao|chỉ đạo|đôn đốc|đối với)\s+)(?:thủ trưởng\s+|giám đốc\s+)?"
    r"(?:các\s+)?sở, (?:ban, )?ngành(?:, (?:đoàn thể|địa phương|UBND|(?:ủy|uỷ) ban)"
    r"|\s+(?:cấp tỉnh|và|chủ động|căn cứ|rà soát|xây dựng|tổ chức|thực hiện|báo cáo)|\s*[:;.]|$)"
)
_COMMUNES = (
    r"(?:ngành|đoàn thể|yêu cầu|giao|đối với|^)[,;]?\s*(?:và\s+)?(?:chủ tịch\s+)?(?:UBND|(?:ủy|uỷ) ban nhân dân)"
    r" các (?:xã|phường)(?![^.;]{0,30}(?:lân cận|khác|giáp|bạn|trong cụm))"
)
_ORDERS = f"(?i)(?:{_DEPARTMENTS}|{_COMMUNES})"

RULE = ExpectationRule(
    code="NO_ORDERS_BEYOND_COMMUNE",
    severity=Severity.WARNING,
    level=Level.DOCUMENT,
    statement="Phần lời không giao việc cho sở, ban, ngành của tỉnh hoặc cho UBND các xã, phường.",
    remedy="Thay bằng các phòng, đơn vị và thôn, tổ dân phố của xã.",
    frame="passage",
    applies_when='part in ["item", "heading"]',
    not_applicable="Kế hoạch không có phần lời.",
    check=Expect("ExpectColumnValuesToNotMatchRegex", {"column": "text", "regex": _ORDERS}),
    finding="Ở {place} giao việc cho cơ quan ngoài xã: “{found}”.",
    evidence="{text}",
)
