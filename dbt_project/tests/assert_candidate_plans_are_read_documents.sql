-- Fails when a read document is neither a plan, nor a copy or an annex of one, nor rejected, nor an annex without its
-- plan, nor out of scope: a plan got lost between staging and plan_candidate. Look at int_plan__identity first.
select headers.plan_id, headers.title
from {{ ref('stg_verbatim__plan_header') }} as headers
left join {{ ref('plan_candidate') }} as plans on headers.plan_id = plans.plan_id
left join {{ ref('int_plan__identity') }} as identities on headers.plan_id = identities.plan_id
left join {{ ref('int_plan__scope') }} as scopes on headers.plan_id = scopes.plan_id
where
    headers.rejection_code is null
    and plans.plan_id is null
    and identities.duplicate_of_plan_id is null
    and headers.plan_id not in (select plan_id from {{ ref('int_plan__annex_file') }})
    and not headers.needs_plan
    and coalesce(scopes.is_in_scope, true)
