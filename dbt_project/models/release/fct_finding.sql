select
    finding_id,
    rule_code,
    severity,
    plan_id,
    record_table,
    record_id,
    message,
    evidence,
    source_page::integer as source_page
from {{ source('run', 'finding') }}
