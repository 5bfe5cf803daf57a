-- One row a plan: how many of its texts lost letters to the file's fonts, with examples.
with text_of_plan as (
    select plan_id, sequence, lost_letters(provision_text) as lost from candidate.fct_provision
    union all
    select
        plan_id, 100000 + sequence,
        lost_letters(concat_ws(' ', task_text, activity_text, output_text, lead_text, coordinating_text))
    from candidate.fct_task
)

select
    p.plan_id,
    'dim_plan' as record_table,
    p.plan_id as record_id,
    p.source_file,
    null::integer as source_page,
    count(t.lost) as places,
    array_to_string(list(t.lost order by t.sequence) filter (t.lost is not null)[:3], ', ') as examples
from candidate.plan_candidate p
left join text_of_plan t using (plan_id)
group by p.plan_id, p.source_file
order by p.plan_id
