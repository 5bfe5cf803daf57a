-- Every column of dim_plan but its status, which the quality gate decides. One row a plan: duplicates are left out.
select
    headers.plan_id,
    coalesce(communes.commune_code, amendments.commune_code) as commune_code,
    headers.title,
    kinds.plan_kind,
    periods.period_start,
    periods.period_end,
    numbering.document_number,
    numbering.issued_on,
    headers.signer_name,
    headers.signer_title,
    numbering.declared_task_total,
    files.source_file,
    headers.source_sha256,
    identities.supersedes_plan_id,
    identities.superseded_by_plan_id,
    headers.document_number_text,
    headers.issued_on_text,
    headers.period_text,
    headers.declared_task_total_text,
    headers.amended_plan_text,
    amendments.amended_plan_id as amends_plan_id,
    files.format as source_format,
    files.pages
from {{ ref('int_plan__identity') }} as identities
inner join {{ ref('stg_verbatim__plan_header') }} as headers on identities.plan_id = headers.plan_id
inner join {{ ref('stg_verbatim__file') }} as files on headers.plan_id = files.plan_id and files.name_rank = 1
inner join {{ ref('int_plan__kind') }} as kinds on headers.plan_id = kinds.plan_id
inner join {{ ref('int_plan__scope') }} as scopes on headers.plan_id = scopes.plan_id
left join {{ ref('int_plan__period') }} as periods on headers.plan_id = periods.plan_id
left join {{ ref('int_plan__numbering') }} as numbering on headers.plan_id = numbering.plan_id
left join {{ ref('int_plan__commune') }} as communes on headers.plan_id = communes.plan_id
left join {{ ref('int_plan__amendment') }} as amendments on headers.plan_id = amendments.plan_id
where
    identities.duplicate_of_plan_id is null
    and scopes.is_in_scope
