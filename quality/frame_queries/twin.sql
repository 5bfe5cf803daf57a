-- One row a plan whose narrative or annex is, names and numbers aside, that of another commune's plan.
with part as (
    select plan_id, 'phần lời' as part, count(*) as items,
        md5(string_agg(regexp_replace(fold_text(provision_text), '[0-9]+', '', 'g'), '|' order by sequence)) as fingerprint
    from candidate.fct_provision
    group by plan_id
    union all
    select plan_id, 'phụ lục nhiệm vụ', count(*),
        md5(string_agg(
            regexp_replace(fold_text(concat_ws('|', task_text, output_text, deadline_text)), '[0-9]+', '', 'g'), '|'
            order by sequence
        ))
    from candidate.fct_task
    where source_kind = 'annex'
    group by plan_id
),

compared as (
    select
        t.plan_id, t.part, t.items, t.fingerprint, p.commune_code, p.source_file,
        first_value(p.commune_code) over (partition by t.part, t.fingerprint order by p.source_file)
            as first_commune_code
    from part t
    inner join candidate.plan_candidate p using (plan_id)
    where p.commune_code is not null
)

select
    x.plan_id,
    'dim_plan' as record_table,
    x.plan_id || ':' || case when x.part = 'phần lời' then 'narrative' else 'annex' end as record_id,
    x.source_file,
    null::integer as source_page,
    x.part,
    x.items,
    c.name as first_commune,
    case when x.items >= 10 and x.commune_code <> x.first_commune_code then c.name end as copied_from
from compared x
left join candidate.dim_commune c on c.commune_code = x.first_commune_code
order by x.plan_id, x.part
