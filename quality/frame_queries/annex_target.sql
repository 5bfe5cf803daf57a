-- One row an indicator of a target annex, for plans whose narrative sets targets too.
select
    k.plan_id,
    'fct_kpi_target' as record_table,
    min_by(k.kpi_id, k.sequence) as record_id,
    any_value(p.source_file) as source_file,
    min_by(k.source_page, k.sequence) as source_page,
    k.indicator_code,
    min_by(k.source_text, k.sequence) as source_text,
    (
        select count(*) from candidate.fct_kpi_target n
        where n.plan_id = k.plan_id and n.source_kind = 'narrative' and n.indicator_code = k.indicator_code
    ) as narrative_targets
from candidate.fct_kpi_target k
inner join candidate.plan_candidate p using (plan_id)
where
    k.source_kind = 'annex' and k.indicator_code is not null
    and (select count(*) from candidate.fct_kpi_target n where n.plan_id = k.plan_id and n.source_kind = 'narrative') >= 3
group by k.plan_id, k.indicator_code
order by k.plan_id, record_id
