-- Annexes sent as files of their own (workbooks, mostly), each with the document it belongs to: of the same commune,
-- with the number its caption cites; where one of them prints no number, of the same kind and period, and not of
-- another day. An annex that does not name reform itself must cite the number. An annex without such a document is not
-- listed; it stands as a plan of its own if it names reform.
with documents as (

    select
        headers.plan_id,
        coalesce(headers.document_kind_text = 'Phụ lục', false) as is_annex,
        headers.needs_plan,
        communes.commune_code,
        canonical_number(numbering.document_number) as document_number,
        numbering.issued_on,
        kinds.plan_kind || '/' || coalesce(periods.period_start::varchar, '') || '/'
        || coalesce(periods.period_end::varchar, '') || coalesce('/' || kinds.reform_part, '') as kind_and_period,
        coalesce(files.folder_hint, '') as folder
    from {{ ref('stg_verbatim__plan_header') }} as headers
    inner join {{ ref('int_plan__kind') }} as kinds on headers.plan_id = kinds.plan_id
    inner join {{ ref('stg_verbatim__file') }} as files on headers.plan_id = files.plan_id and files.name_rank = 1
    left join {{ ref('int_plan__commune') }} as communes on headers.plan_id = communes.plan_id
    left join {{ ref('int_plan__numbering') }} as numbering on headers.plan_id = numbering.plan_id
    left join {{ ref('int_plan__printed_period') }} as periods on headers.plan_id = periods.plan_id

),

mentioned as (

    select distinct plan_id, name_words
    from {{ ref('stg_verbatim__place_mention') }}
    where place_kind = 'commune'

),

pairs as (

    select
        annexes.plan_id,
        plans.plan_id as document_plan_id,
        coalesce(annexes.document_number = plans.document_number, false) as has_same_number,
        annexes.folder = plans.folder as has_same_folder
    from documents as annexes
    inner join documents as plans
        on
            annexes.is_annex
            and not plans.is_annex
            and coalesce(annexes.issued_on = plans.issued_on, true)
            and (
                annexes.document_number = plans.document_number
                or (
                    not annexes.needs_plan
                    and (annexes.document_number is null or plans.document_number is null)
                    and annexes.kind_and_period = plans.kind_and_period
                )
            )
    inner join {{ ref('communes') }} as communes on plans.commune_code = communes.commune_code
    where
        annexes.commune_code = plans.commune_code
        -- an annex names its province less often than its plan does
        or (
            annexes.commune_code is null
            and exists (
                select 1 from mentioned
                where mentioned.plan_id = annexes.plan_id and mentioned.name_words = fold_text(communes.name)
            )
        )

)

select plan_id, document_plan_id
from pairs
qualify row_number() over (
    partition by plan_id order by has_same_number desc, has_same_folder desc, document_plan_id asc
) = 1
