"""Without its period a plan's deadlines and targets have no year."""

from quality.records import PlanRecords
from quality.result import Failed, Failure, Outcome, Passed
from quality.rule import Level, PlanRule, Severity


def check(records: PlanRecords) -> Outcome:
    plan = records.plan
    start, end = plan["period_start"], plan["period_end"]
    if start is not None and end is not None and start <= end:
        return Passed()
    if start is None or end is None:
        message = "Chưa xác định được thời kỳ (năm hoặc giai đoạn) của kế hoạch."
    else:
        message = f"Thời kỳ của kế hoạch kết thúc ({end:%d/%m/%Y}) trước khi bắt đầu ({start:%d/%m/%Y})."
    return Failed(
        (
            Failure(
                message=message,
                evidence=plan["title"],
                plan_id=records.plan_id,
                record_table="dim_plan",
                record_id=records.plan_id,
                source_file=plan["source_file"],
            ),
        )
    )


RULE = PlanRule(
    code="PERIOD_VALID",
    severity=Severity.HOLDING,
    level=Level.PLAN,
    statement="Kế hoạch xác định được thời kỳ thực hiện, ngày kết thúc không trước ngày bắt đầu.",
    remedy="Ghi rõ năm hoặc giai đoạn trong tên kế hoạch, ví dụ “năm 2026”, rồi gửi lại.",
    check=check,
)
