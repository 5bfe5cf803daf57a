select
    finding_id,
    rule_code,
    severity,
    plan_id,
    record_table,
    record_id,
    message,
    evidence,
    source_page::integer as source_page,
    problem,
    remedy,
    waived_by,
    waiver_reason,
    waived_until::date as waived_until
from {{ source('run', 'finding') }}
