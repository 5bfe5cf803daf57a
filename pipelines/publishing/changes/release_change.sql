-- One row a change; a record of which several fields changed has a row for each.
create table main.release_change as
with commune as (
    select * from new_dim_commune
    union all
    select * from old_dim_commune where commune_code not in (select commune_code from new_dim_commune)
),
pair as (
    select
        p.*, coalesce(p.new_plan_id, p.old_plan_id) as pair_id, o as old_plan, n as new_plan,
        case when p.new_plan_id is null then o else n end as plan
    from plan_pair p
    left join plan_side o on o.side = 'old' and o.plan_id = p.old_plan_id
    left join plan_side n on n.side = 'new' and n.plan_id = p.new_plan_id
),
plan_field as (
    select
        pair_id, field,
        case field
            when 'status' then old_plan.status
            when 'title' then old_plan.title
            when 'document_number' then old_plan.document_number
            when 'issued_on' then strftime(old_plan.issued_on, '%d/%m/%Y')
            when 'commune_code' then old_plan.commune_code
            when 'period_start' then strftime(old_plan.period_start, '%d/%m/%Y')
            when 'period_end' then strftime(old_plan.period_end, '%d/%m/%Y')
            when 'signer_name' then old_plan.signer_name
            when 'signer_title' then old_plan.signer_title
            when 'declared_task_total' then old_plan.declared_task_total::varchar
        end as before_value,
        case field
            when 'status' then new_plan.status
            when 'title' then new_plan.title
            when 'document_number' then new_plan.document_number
            when 'issued_on' then strftime(new_plan.issued_on, '%d/%m/%Y')
            when 'commune_code' then new_plan.commune_code
            when 'period_start' then strftime(new_plan.period_start, '%d/%m/%Y')
            when 'period_end' then strftime(new_plan.period_end, '%d/%m/%Y')
            when 'signer_name' then new_plan.signer_name
            when 'signer_title' then new_plan.signer_title
            when 'declared_task_total' then new_plan.declared_task_total::varchar
        end as after_value
    from pair
    cross join (
        select unnest([
            'status', 'title', 'document_number', 'issued_on', 'commune_code', 'period_start', 'period_end',
            'signer_name', 'signer_title', 'declared_task_total'
        ]) as field
    )
    where old_plan_id is not null and new_plan_id is not null
),
plan_change as (
    select
        'plan' as subject,
        case when old_plan_id is null then 'added' when new_plan_id is null then 'withdrawn' else 'replaced' end as change,
        pair_id, plan.title as record_text, null as field, null as before_value, null as after_value
    from pair
    where old_plan_id is distinct from new_plan_id
    union all by name
    select
        'plan' as subject, 'changed' as change, f.pair_id, pair.plan.title as record_text,
        f.field, f.before_value, f.after_value
    from plan_field f join pair using (pair_id)
    where f.before_value is distinct from f.after_value
),
matched_field as (
    select
        n.subject, n.pair_id, n.record_id, o.record_id as previous_record_id, n.number, n.record_text, n.source_page,
        n.sequence, unnest(o.fields) as was, unnest(n.fields) as now
    from item_match m
    join item o on o.side = 'old' and o.record_id = m.old_id
    join item n on n.side = 'new' and n.record_id = m.new_id
),
item_change as (
    select subject, 'added' as change, pair_id, record_id, number, record_text, source_page, sequence from open_new
    union all by name
    select
        subject, 'removed' as change, pair_id, record_id as previous_record_id, number, record_text, source_page, sequence
    from open_old
    union all by name
    select
        * exclude (was, now), 'changed' as change, now.field, was.value as before_value, now.value as after_value
    from matched_field
    where was.value is distinct from now.value
),
finding_change as (
    select
        'finding' as subject, case side when 'new' then 'added' else 'resolved' end as change, pair_id,
        case side when 'new' then finding_id end as record_id,
        case side when 'old' then finding_id end as previous_record_id,
        rule_code as number, coalesce(problem, message) as record_text, severity, source_page
    from finding_side
    where (side = 'new' and finding_id not in (select new_id from finding_match))
        or (side = 'old' and finding_id not in (select old_id from finding_match))
    union all by name
    select
        'finding' as subject, 'changed' as change, pair_id, record_id, previous_record_id, number, record_text,
        severity, source_page, moved.field, moved.before_value, moved.after_value
    from (
        select
            n.pair_id, n.finding_id as record_id, o.finding_id as previous_record_id, n.rule_code as number,
            coalesce(n.problem, n.message) as record_text, n.severity, n.source_page,
            unnest([
                {'field': 'severity', 'before_value': o.severity, 'after_value': n.severity},
                {'field': 'waived_by', 'before_value': o.waived_by, 'after_value': n.waived_by}
            ]) as moved
        from finding_match m
        join finding_side o on o.side = 'old' and o.finding_id = m.old_id
        join finding_side n on n.side = 'new' and n.finding_id = m.new_id
    )
    where moved.before_value is distinct from moved.after_value
),
change as (
    select *, 1 as rank from plan_change
    union all by name
    select *, case subject when 'task' then 2 else 3 end as rank from item_change
    union all by name
    select *, 4 as rank from finding_change
)
select
    c.subject, c.change, commune.province_code, commune.commune_code, commune.name as commune_name,
    pair.plan.plan_kind, pair.plan.period_start, pair.plan.period_end,
    pair.new_plan_id as plan_id, pair.old_plan_id as previous_plan_id,
    c.record_id, c.previous_record_id, c.number, c.record_text, c.severity,
    c.field, c.before_value, c.after_value, pair.plan.source_file, c.source_page,
    getvariable('previous_release_id') as previous_release_id
from change c
left join pair using (pair_id)
left join commune on commune.commune_code = pair.plan.commune_code
where getvariable('previous_release_id') is not null
order by
    commune.province_code nulls first, commune.commune_code, pair.plan.period_start, c.pair_id, c.rank, c.change,
    c.sequence, c.number, c.record_id, c.previous_record_id, c.field;

insert into main.release_change by name
select 'release' as subject, 'first' as change where getvariable('previous_release_id') is null;
