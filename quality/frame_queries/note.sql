-- One row a remark of the reader or the parser about what it could not read or place.
select
    n.plan_id,
    'dim_plan' as record_table,
    n.plan_id || ':note' || n.sequence as record_id,
    p.source_file,
    n.source_page::integer as source_page,
    n.kind,
    n.message,
    n.evidence
from staging.stg_verbatim__note n
inner join candidate.plan_candidate p using (plan_id)
order by n.plan_id, n.sequence
