"""An empty release would replace a good one."""

from quality.records import SetRecords
from quality.result import Failed, Failure, Outcome, Passed
from quality.rule import Level, SetRule, Severity


def check(records: SetRecords) -> Outcome:
    plan_ids = set(records.frames["plan"]["plan_id"])
    if plan_ids - records.held_plan_ids:
        return Passed()
    message = (
        f"Cả {len(plan_ids)} kế hoạch đều bị giữ lại nên không có gì để phát hành."
        if plan_ids
        else "Không có tệp nào được nhận là kế hoạch cải cách hành chính nên không có gì để phát hành."
    )
    return Failed((Failure(message=message, record_table="dim_plan", record_id="*"),))


RULE = SetRule(
    code="SET_HAS_PLANS",
    severity=Severity.BLOCKING,
    level=Level.SET,
    statement="Bản phát hành có ít nhất một kế hoạch.",
    remedy="Xem danh sách tệp bị loại và kế hoạch bị giữ lại, sửa nguồn rồi chạy lại.",
    check=check,
)
