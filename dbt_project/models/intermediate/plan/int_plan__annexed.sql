-- What files that are annexes bring to a plan: their tasks where its own document has no task annex, their targets
-- where it has no target annex. Of annex files that are copies of one another, the first by format counts.
with brought as (

    select distinct
        coalesce(identities.duplicate_of_plan_id, identities.plan_id) as plan_id,
        annex_files.plan_id as annex_plan_id,
        annexes.annex_kind,
        coalesce(list_position(['docx', 'xlsx', 'doc', 'rtf', 'html', 'pdf'], files.format), 9) as format_rank,
        files.source_file
    from {{ ref('int_plan__annex_file') }} as annex_files
    inner join {{ ref('int_plan__identity') }} as identities on annex_files.document_plan_id = identities.plan_id
    inner join {{ ref('stg_verbatim__file') }} as files
        on annex_files.plan_id = files.plan_id and files.name_rank = 1
    inner join {{ ref('stg_verbatim__annex') }} as annexes on annex_files.plan_id = annexes.plan_id

),

own as (

    select distinct plan_id, annex_kind from {{ ref('stg_verbatim__annex') }}

),

missing as (

    select
        brought.plan_id,
        brought.annex_plan_id,
        brought.annex_kind,
        row_number() over (
            partition by brought.plan_id, brought.annex_kind order by brought.format_rank, brought.source_file
        ) as annex_rank
    from brought
    left join own on brought.plan_id = own.plan_id and brought.annex_kind = own.annex_kind
    where own.plan_id is null

),

texts as (

    select plan_id, 'task' as annex_kind, fold_text(task_text) as words from {{ ref('stg_verbatim__task_row') }}
    union
    select plan_id, 'target' as annex_kind, fold_text(clause_text) as words
    from {{ ref('stg_verbatim__target_clause') }}
    where source_kind = 'annex'

),

sizes as (

    select plan_id, annex_kind, count(*) as text_count from texts group by plan_id, annex_kind

),

copies as (

    select later.annex_plan_id, later.annex_kind
    from missing as later
    inner join missing as earlier
        on
            later.plan_id = earlier.plan_id
            and later.annex_kind = earlier.annex_kind
            and later.annex_rank > earlier.annex_rank
    inner join texts as later_texts
        on later.annex_plan_id = later_texts.plan_id and later.annex_kind = later_texts.annex_kind
    inner join texts as earlier_texts
        on
            earlier.annex_plan_id = earlier_texts.plan_id
            and earlier.annex_kind = earlier_texts.annex_kind
            and later_texts.words = earlier_texts.words
    inner join sizes
        on later.annex_plan_id = sizes.plan_id and later.annex_kind = sizes.annex_kind
    group by later.annex_plan_id, later.annex_kind, earlier.annex_plan_id
    having count(*) >= 0.5 * any_value(sizes.text_count)

)

select
    missing.plan_id,
    missing.annex_plan_id,
    missing.annex_kind,
    missing.annex_rank
from missing
left join copies on missing.annex_plan_id = copies.annex_plan_id and missing.annex_kind = copies.annex_kind
where copies.annex_plan_id is null
