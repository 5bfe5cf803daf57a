-- The commune that issued a plan. Every commune of the official list whose name the document prints is a candidate;
-- where it is printed weighs most (title and letterhead before the body), then whether its province is named too,
-- its type, and last the folder the file lay in. Candidates that weigh the same leave the plan without a commune.
with mentions as (

    select
        plan_id,
        name_key,
        name_words,
        type_key,
        case context
            when 'title' then 100
            when 'letterhead' then 90
            when 'annex_caption' then 60
            when 'signature' then 50
            when 'closing' then 35
            when 'preamble' then 30
            else 10
        end + least(occurrences, 9) as weight,
        place_kind
    from {{ ref('stg_verbatim__place_mention') }}

),

communes as (

    select
        commune_code,
        province_code,
        commune_type,
        match_key(name) as name_key,
        fold_text(name) as name_words
    from {{ ref('communes') }}

),

provinces as (

    select
        province_code,
        match_key(regexp_replace(name, '^(Tỉnh|Thành phố) ', '')) as name_key,
        fold_text(regexp_replace(name, '^(Tỉnh|Thành phố) ', '')) as name_words
    from {{ ref('provinces') }}

),

province_weights as (

    select mentions.plan_id, provinces.province_code, max(mentions.weight) as weight
    from mentions
    inner join provinces
        on mentions.name_words = provinces.name_words or mentions.name_words like '%' || provinces.name_words
    where mentions.place_kind = 'province'
    group by mentions.plan_id, provinces.province_code

),

commune_weights as (

    select
        mentions.plan_id,
        communes.commune_code,
        communes.province_code,
        communes.name_words,
        max(
            mentions.weight
            + case when mentions.name_key = communes.name_key then 5 else 0 end
            + case when mentions.type_key = communes.commune_type then 8 else 0 end
        ) as weight
    from mentions
    inner join communes on mentions.name_words = communes.name_words
    where mentions.place_kind = 'commune'
    group by mentions.plan_id, communes.commune_code, communes.province_code, communes.name_words

),

folders as (

    select plan_id, string_agg(folder_words, ' ' order by source_file) as folder_words
    from {{ ref('stg_verbatim__file') }}
    group by plan_id

),

scored as (

    select
        commune_weights.plan_id,
        commune_weights.commune_code,
        commune_weights.weight
        + case when province_weights.weight is not null then 40 + province_weights.weight // 10 else 0 end
        + case when contains(folders.folder_words, provinces.name_words) then 6 else 0 end
        + case when contains(folders.folder_words, commune_weights.name_words) then 2 else 0 end as score
    from commune_weights
    inner join provinces on commune_weights.province_code = provinces.province_code
    left join province_weights
        on
            commune_weights.plan_id = province_weights.plan_id
            and commune_weights.province_code = province_weights.province_code
    left join folders on commune_weights.plan_id = folders.plan_id

),

ranked as (

    select *, max(score) over (partition by plan_id) as top_score from scored

)

select
    plan_id,
    case when count(*) filter (where score = top_score) = 1 then arg_max(commune_code, score) end as commune_code,
    max(score)::integer as score,
    count(*) filter (where score = top_score)::integer as candidates_at_top
from ranked
group by plan_id
