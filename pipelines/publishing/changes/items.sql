-- item_match: which task or target of the earlier release is which of this one, for plans that are in both.
create temp table item as
with task as (
    select 'old' as side, * from old_fct_task
    union all by name
    select 'new' as side, * from new_fct_task
),
target as (
    select 'old' as side, * from old_fct_kpi_target
    union all by name
    select 'new' as side, * from new_fct_kpi_target
),
described as (
    select
        side, 'task' as subject, plan_id, task_id as record_id, sequence, source_page, printed_number as number,
        task_text as record_text,
        concat_ws(' ', task_text, objective_text, activity_text) as text,
        case when parent_task_id is null then concat_ws('|', domain_code, printed_number) end as number_key,
        [
            {'field': 'domain_code', 'value': domain_code::varchar},
            {'field': 'printed_number', 'value': printed_number},
            {'field': 'task_text', 'value': task_text},
            {'field': 'objective_text', 'value': objective_text},
            {'field': 'activity_text', 'value': activity_text},
            {'field': 'output_text', 'value': output_text},
            {'field': 'lead_text', 'value': lead_text},
            {'field': 'coordinating_text', 'value': coordinating_text},
            {'field': 'deadline_text', 'value': deadline_text},
            {'field': 'budget_text', 'value': budget_text},
            {'field': 'due_kind', 'value': due_kind},
            {'field': 'due_start', 'value': strftime(due_start, '%d/%m/%Y')},
            {'field': 'due_end', 'value': strftime(due_end, '%d/%m/%Y')}
        ] as fields
    from task
    union all by name
    select
        side, 'target' as subject, plan_id, kpi_id as record_id, sequence, source_page, sequence::varchar as number,
        source_text as record_text,
        concat_ws(' ', indicator_text, source_text) as text,
        indicator_code || concat_ws('|', source_kind, unit_of_measure, period_end) as number_key,
        [
            {'field': 'domain_code', 'value': domain_code::varchar},
            {'field': 'indicator_code', 'value': indicator_code},
            {'field': 'source_text', 'value': source_text},
            {'field': 'comparator', 'value': comparator},
            {'field': 'target_value', 'value': target_value::varchar},
            {'field': 'target_value_high', 'value': target_value_high::varchar},
            {'field': 'unit_of_measure', 'value': unit_of_measure},
            {'field': 'period_start', 'value': strftime(period_start, '%d/%m/%Y')},
            {'field': 'period_end', 'value': strftime(period_end, '%d/%m/%Y')}
        ] as fields
    from target
),
keyed as (
    select d.*, p.new_plan_id as pair_id, lower(trim(regexp_replace(text, '\s+', ' ', 'g'), ' .;')) as text_key
    from described d
    join plan_pair p on d.plan_id = case d.side when 'old' then p.old_plan_id else p.new_plan_id end
    where p.old_plan_id is not null and p.new_plan_id is not null
)
select
    *,
    list_distinct(regexp_extract_all(text_key, '[\p{L}\p{N}%]+')) as words,
    row_number() over (partition by side, subject, pair_id, text_key order by sequence) as nth
from keyed;

create temp table item_match (old_id varchar, new_id varchar);

create temp view open_old as
select * from item where side = 'old' and record_id not in (select old_id from item_match);

create temp view open_new as
select * from item where side = 'new' and record_id not in (select new_id from item_match);

-- The same words, the first with the first where a plan says a thing twice.
insert into item_match
select o.record_id, n.record_id
from open_old o join open_new n using (subject, pair_id, text_key, nth);

-- The same printed number (or indicator) and some of the words; then most of the words under any number.
insert into item_match
select old_id, new_id
from (
    select
        o.record_id as old_id, n.record_id as new_id,
        len(list_intersect(o.words, n.words)) / len(list_distinct(list_concat(o.words, n.words))) as likeness
    from open_old o join open_new n using (subject, pair_id, number_key)
)
where likeness >= 0.3
qualify row_number() over (partition by old_id order by likeness desc, new_id) = 1
    and row_number() over (partition by new_id order by likeness desc, old_id) = 1;

insert into item_match
select old_id, new_id
from (
    select
        o.record_id as old_id, n.record_id as new_id,
        len(list_intersect(o.words, n.words)) / len(list_distinct(list_concat(o.words, n.words))) as likeness
    from open_old o join open_new n using (subject, pair_id)
)
where likeness >= 0.6
qualify row_number() over (partition by old_id order by likeness desc, new_id) = 1
    and row_number() over (partition by new_id order by likeness desc, old_id) = 1;
