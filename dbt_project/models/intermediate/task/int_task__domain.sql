-- The reform domain of a task: the one its group row names (headings, innermost first, for narrative tasks);
-- else the one its own words point to.
with labels as (

    select task_id, group_label as heading_text, 0 as nearness
    from {{ ref('stg_verbatim__task_row') }}
    where group_label is not null
    union all
    select
        task_id,
        unnest(heading_path) as heading_text,
        len(heading_path) - generate_subscripts(heading_path, 1) + 1 as nearness
    from {{ ref('stg_verbatim__task_row') }}

),

from_label as (

    select
        labels.task_id,
        arg_min(headings.domain_code, (labels.nearness, not headings.is_named_outright)) as domain_code
    from labels
    inner join {{ ref('int_heading__domain') }} as headings on labels.heading_text = headings.heading_text
    where headings.domain_code is not null
    group by labels.task_id

),

wordings as (

    select distinct
        task_text_repaired,
        {{ plain_words('task_text_repaired', 'dictionary.abbreviations') }} as task_words
    from {{ ref('stg_verbatim__task_row') }}
    cross join {{ ref('int_text__abbreviations') }} as dictionary
    where task_id not in (select task_id from from_label)

),

from_words as (

    select wordings.task_text_repaired, arg_max(keywords.domain_code, keywords.keyword_length) as domain_code
    from wordings
    inner join {{ ref('int_text__domain_keywords') }} as keywords on wordings.task_words like keywords.pattern
    group by wordings.task_text_repaired

)

select
    tasks.task_id,
    coalesce(from_label.domain_code, from_words.domain_code) as domain_code,
    case
        when from_label.domain_code is not null then 'label'
        when from_words.domain_code is not null then 'words'
        else 'none'
    end as domain_method
from {{ ref('stg_verbatim__task_row') }} as tasks
left join from_label on tasks.task_id = from_label.task_id
left join from_words on tasks.task_text_repaired = from_words.task_text_repaired
