-- Fails when a plan is superseded though no later version of it is published: the commune would be without a plan in
-- force. See the status in dim_plan.
select plans.plan_id, plans.superseded_by_plan_id
from {{ ref('dim_plan') }} as plans
left join {{ ref('dim_plan') }} as later
    on plans.superseded_by_plan_id = later.plan_id and later.status in ('published', 'superseded')
where plans.status = 'superseded' and later.plan_id is null
