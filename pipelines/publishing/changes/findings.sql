-- finding_match: which finding of the earlier release is which of this one, its record carried over to the new plan.
create temp table finding_side as
with raw as (
    select 'old' as side, * from old_fct_finding
    union all by name
    select 'new' as side, * from new_fct_finding
)
select
    f.* exclude (record_id), f.record_id,
    coalesce(p.new_plan_id, p.old_plan_id) as pair_id,
    case
        when f.side = 'new' then f.record_id
        when f.record_id = f.plan_id then p.new_plan_id
        when m.new_id is not null then m.new_id || substr(f.record_id, length(m.old_id) + 1)
        else f.record_id
    end as record_now
from raw f
left join plan_pair p on f.plan_id = case f.side when 'old' then p.old_plan_id else p.new_plan_id end
left join item_match m on f.side = 'old' and m.old_id = split_part(f.record_id, ':', 1)
-- Findings on a plan that another has replaced are not followed.
where f.plan_id is null or p.old_plan_id is not null or p.new_plan_id is not null;

create temp table finding_match as
select o.finding_id as old_id, n.finding_id as new_id
from finding_side o
join finding_side n
    on o.side = 'old' and n.side = 'new' and o.rule_code = n.rule_code and o.record_table = n.record_table
        and o.pair_id is not distinct from n.pair_id and o.record_now = n.record_now;

-- Records that could not be carried over: the same rule and the same printed words.
insert into finding_match
select o.finding_id, n.finding_id
from (
    select *, row_number() over (partition by rule_code, pair_id, evidence order by finding_id) as nth
    from finding_side where side = 'old' and finding_id not in (select old_id from finding_match)
) o
join (
    select *, row_number() over (partition by rule_code, pair_id, evidence order by finding_id) as nth
    from finding_side where side = 'new' and finding_id not in (select new_id from finding_match)
) n using (rule_code, pair_id, evidence, nth);
