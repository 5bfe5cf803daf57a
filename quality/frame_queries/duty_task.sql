-- One row a task of the annex that the narrative gives to a unit in the same words.
with duty as (
    select plan_id, provision_id, unit_code, heading, provision_text, ' ' || essence(provision_text) || ' ' as essence
    from candidate.fct_provision
    where provision_kind = 'responsibility' and unit_code not in ('OTHER', 'LIENQUAN')
        and regexp_matches(lower(provision_text), '^(?:-|\+|[a-zđ]\)|\d+\.)?\s*chủ trì')
        and not regexp_matches(lower(provision_text), '^.{0,40}phối hợp')
),

task as (
    select
        t.plan_id, t.task_id, t.sequence, t.printed_number, t.task_text, t.lead_text, t.source_page,
        ' ' || essence(t.task_text) || ' ' as essence,
        list_distinct(list(b.unit_code)) as leads
    from candidate.fct_task t
    inner join candidate.bridge_task_unit b on b.task_id = t.task_id and b.role = 'lead'
    where t.source_kind = 'annex'
    group by all
)

select
    t.plan_id,
    'fct_task' as record_table,
    t.task_id as record_id,
    p.source_file,
    t.source_page,
    row_label(t.printed_number, t.sequence) as number,
    t.task_text,
    t.lead_text,
    d.heading,
    d.provision_text,
    list_contains(t.leads, d.unit_code) or list_has_any(t.leads, ['OTHER', 'LIENQUAN']) as is_led_by_the_unit
from duty d
inner join task t on t.plan_id = d.plan_id and contains(d.essence, t.essence) and len(string_split(trim(t.essence), ' ')) >= 4
inner join candidate.plan_candidate p on p.plan_id = t.plan_id
order by t.plan_id, t.sequence, d.provision_id
