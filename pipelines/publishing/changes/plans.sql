-- plan_pair: the plan in force for each commune, kind and period, in the earlier release and in this one.
create temp table plan_side as
select
    *,
    concat_ws(
        '|', coalesce(commune_code, source_file), plan_kind, coalesce(period_start::varchar, '?'),
        coalesce(period_end::varchar, '?'), case when plan_kind = 'amendment' then document_number end
    ) as identity
from (
    select 'old' as side, * from old_dim_plan
    union all by name
    select 'new' as side, * from new_dim_plan
)
qualify row_number() over (
    partition by side, identity
    order by list_position(['published', 'held', 'superseded'], status), issued_on desc nulls last, plan_id
) = 1;

create temp table plan_pair as
select o.plan_id as old_plan_id, n.plan_id as new_plan_id
from plan_side o join plan_side n on o.side = 'old' and n.side = 'new' and o.identity = n.identity;

create temp view open_old_plan as
select * from plan_side where side = 'old' and plan_id not in (select old_plan_id from plan_pair where old_plan_id is not null);

create temp view open_new_plan as
select * from plan_side where side = 'new' and plan_id not in (select new_plan_id from plan_pair where new_plan_id is not null);

-- The same document whose head is read otherwise now, then another document under the same file name.
insert into plan_pair
select o.plan_id, n.plan_id from open_old_plan o join open_new_plan n on o.plan_id = n.plan_id;

insert into plan_pair
select o.plan_id, n.plan_id from open_old_plan o join open_new_plan n on o.source_file = n.source_file;

insert into plan_pair select plan_id, null from open_old_plan;
insert into plan_pair select null, plan_id from open_new_plan;
