select
    provisions.provision_id,
    provisions.plan_id,
    provisions.sequence::integer as sequence,
    array_to_string(provisions.marker_path, ' > ') as section_path,
    provisions.heading_path[-1] as heading,
    provisions.marker,
    domains.domain_code,
    kinds.provision_kind,
    units.unit_code,
    provisions.provision_text,
    provisions.source_page::integer as source_page,
    provisions.source_bbox,
    provisions.confidence
from {{ ref('stg_verbatim__provision') }} as provisions
inner join {{ ref('plan_candidate') }} as plans on provisions.plan_id = plans.plan_id
left join {{ ref('int_provision__domain') }} as domains on provisions.provision_id = domains.provision_id
left join {{ ref('int_provision__kind') }} as kinds on provisions.provision_id = kinds.provision_id
left join {{ ref('int_provision__unit') }} as units on provisions.provision_id = units.provision_id
