-- The plan an amending plan changes: of the same commune, with the number the amendment cites. That number also tells
-- communes of one name apart, so an amendment that names no province takes the commune of its plan.
with amendments as (

    select
        headers.plan_id,
        canonical_number(
            nullif(regexp_extract(headers.amended_plan_text, '(\d+\S*/\S*[^\s,;.)])', 1), '')
        ) as amended_number,
        communes.commune_code
    from {{ ref('stg_verbatim__plan_header') }} as headers
    inner join {{ ref('int_plan__kind') }} as kinds
        on headers.plan_id = kinds.plan_id and kinds.plan_kind = 'amendment'
    left join {{ ref('int_plan__commune') }} as communes on headers.plan_id = communes.plan_id

),

mentioned as (

    select distinct plan_id, name_words
    from {{ ref('stg_verbatim__place_mention') }}
    where place_kind = 'commune'

),

plans as (

    select
        numbering.plan_id,
        numbering.document_number,
        numbering.issued_on,
        communes.commune_code,
        fold_text(names.name) as name_words
    from {{ ref('int_plan__numbering') }} as numbering
    inner join {{ ref('int_plan__identity') }} as identities
        on numbering.plan_id = identities.plan_id and identities.duplicate_of_plan_id is null
    inner join {{ ref('int_plan__commune') }} as communes on numbering.plan_id = communes.plan_id
    inner join {{ ref('communes') }} as names on communes.commune_code = names.commune_code

)

select
    amendments.plan_id,
    plans.plan_id as amended_plan_id,
    plans.commune_code
from amendments
inner join plans
    on
        amendments.amended_number = plans.document_number
        and amendments.plan_id != plans.plan_id
        and (
            amendments.commune_code = plans.commune_code
            or (
                amendments.commune_code is null
                and exists (
                    select 1 from mentioned
                    where mentioned.plan_id = amendments.plan_id and mentioned.name_words = plans.name_words
                )
            )
        )
qualify row_number() over (
    partition by amendments.plan_id order by plans.issued_on desc nulls last, plans.plan_id asc
) = 1
