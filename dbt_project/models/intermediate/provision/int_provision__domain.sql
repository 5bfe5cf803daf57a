-- The reform domain of a provision, from headings alone: the outermost heading that names one decides; below a
-- heading that names two, a sub-heading that names exactly one. Nothing under 'Tổ chức thực hiện' has a domain.
with named as (

    select
        provisions.provision_id,
        headings.domain_code,
        headings.is_named_outright,
        path.depth
    from {{ ref('stg_verbatim__provision') }} as provisions
    inner join {{ ref('int_provision__kind') }} as kinds on provisions.provision_id = kinds.provision_id
    cross join
        lateral (
            select
                unnest(provisions.heading_path) as heading_text,
                generate_subscripts(provisions.heading_path, 1) as depth
        ) as path
    inner join {{ ref('int_heading__domain') }} as headings on path.heading_text = headings.heading_text
    where
        not kinds.is_under_responsibility
        and not provisions.is_reference
        and not provisions.is_closing
        -- a chapter's heading may touch on a topic in passing
        and (headings.is_named_outright or path.depth > 1)

)

select
    provision_id,
    -- headings that name a domain outright go before those whose topic belongs to one
    arg_min(domain_code, (not is_named_outright, depth)) as domain_code
from named
where domain_code is not null
group by provision_id
