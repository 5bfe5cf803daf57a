-- Which documents are the same plan, and which plan took the place of another.
-- The same plan may come as PDF, Word and scan: documents of one commune, kind, period and scope without two different
-- numbers or dates are one version, if they share their text. One document stands for the version: text before
-- recognised scans, a number before none, then by format. A later version supersedes the earlier one; amendments
-- change a plan and supersede nothing.
with documents as (

    select
        kinds.plan_id,
        kinds.plan_kind,
        coalesce(communes.commune_code, kinds.plan_id) || '/' || kinds.plan_kind || '/'
        || coalesce(periods.period_start::varchar, '') || '/' || coalesce(periods.period_end::varchar, '')
        || coalesce('/' || kinds.reform_part, '') as subject,
        numbering.document_number,
        numbering.document_ordinal,
        numbering.issued_on,
        coalesce(numbering.document_number, numbering.issued_on::varchar) as printed_version,
        files.format
    from {{ ref('int_plan__kind') }} as kinds
    inner join {{ ref('stg_verbatim__file') }} as files on kinds.plan_id = files.plan_id and files.name_rank = 1
    left join {{ ref('int_plan__commune') }} as communes on kinds.plan_id = communes.plan_id
    left join {{ ref('int_plan__period') }} as periods on kinds.plan_id = periods.plan_id
    left join {{ ref('int_plan__numbering') }} as numbering on kinds.plan_id = numbering.plan_id
    -- an annex that belongs to a document is no version of its plan
    where
        kinds.plan_id not in (select plan_id from {{ ref('int_plan__annex_file') }})
        and kinds.plan_id not in (select plan_id from {{ ref('stg_verbatim__plan_header') }} where needs_plan)

),

dated_numbers as (

    select subject, issued_on, min(document_number) as document_number
    from documents
    where document_number is not null and issued_on is not null
    group by subject, issued_on

),

latest as (

    select
        subject,
        arg_max(
            printed_version, (coalesce(issued_on, date '1900-01-01'), coalesce(document_ordinal, 0))
        ) as version
    from documents
    where printed_version is not null
    group by subject

),

versioned as (

    select
        documents.*,
        coalesce(
            documents.document_number, dated_numbers.document_number, documents.issued_on::varchar,
            latest.version, 'unnumbered'
        ) as version
    from documents
    left join dated_numbers
        on documents.subject = dated_numbers.subject and documents.issued_on = dated_numbers.issued_on
    left join latest on documents.subject = latest.subject

),

-- only versions that more than one document claims need their texts compared
contested as (

    select plan_id from versioned qualify count(*) over (partition by subject, version) > 1

),

texts as (

    select plan_id, fold_text(task_text) as words
    from {{ ref('stg_verbatim__task_row') }}
    where plan_id in (select plan_id from contested)
    union
    select plan_id, fold_text(provision_text) as words
    from {{ ref('stg_verbatim__provision') }}
    where plan_id in (select plan_id from contested)

),

recognised as (

    select plan_id, avg(confidence) < 0.999 as is_recognised
    from {{ ref('stg_verbatim__task_row') }}
    group by plan_id

),

ranked as (

    select
        versioned.*,
        row_number() over (
            partition by versioned.subject, versioned.version
            order by
                coalesce(recognised.is_recognised, false),
                versioned.document_number is null,
                coalesce(
                    list_position(
                        ['docx', 'doc', 'rtf', 'html', 'pdf', 'markdown', 'text', 'xlsx'], versioned.format
                    ),
                    9
                ),
                versioned.plan_id
        ) as version_rank
    from versioned
    left join recognised on versioned.plan_id = recognised.plan_id

),

shared as (

    select
        other.plan_id,
        count(*) filter (where chosen_texts.words is not null)
        / greatest(least(
            count(*), (select count(*) from texts as t where t.plan_id = any_value(chosen.plan_id))
        ), 1) as share
    from ranked as other
    inner join ranked as chosen
        on other.subject = chosen.subject and other.version = chosen.version and chosen.version_rank = 1
    inner join texts on other.plan_id = texts.plan_id
    left join texts as chosen_texts on chosen.plan_id = chosen_texts.plan_id and texts.words = chosen_texts.words
    where other.version_rank > 1
    group by other.plan_id

),

settled as (

    select
        ranked.*,
        case
            when
                ranked.version_rank > 1
                and (ranked.document_number is not null or coalesce(shared.share, 1) >= 0.2)
                then first_value(ranked.plan_id) over (
                    partition by ranked.subject, ranked.version order by ranked.version_rank
                )
        end as duplicate_of_plan_id
    from ranked
    left join shared on ranked.plan_id = shared.plan_id

),

ordered as (

    select
        plan_id,
        lag(plan_id) over in_order as supersedes_plan_id,
        lead(plan_id) over in_order as superseded_by_plan_id
    from settled
    where version_rank = 1 and plan_kind != 'amendment'
    window
        in_order as (
            partition by subject
            order by coalesce(issued_on, date '1900-01-01'), coalesce(document_ordinal, 0), plan_id
        )

)

select
    settled.plan_id,
    settled.subject,
    settled.version,
    settled.duplicate_of_plan_id,
    ordered.supersedes_plan_id,
    ordered.superseded_by_plan_id
from settled
left join ordered on settled.plan_id = ordered.plan_id
