-- The units of a task, a role each. In a column that names both roles the words chủ trì and phối hợp part them:
-- 'A chủ trì; B phối hợp' (the word follows its units), 'Chủ trì: A' and 'phối hợp với B' (it stands before them).
-- Where nobody is said to lead, 'A; B phối hợp' says it of its own clause alone: A leads.
with tasks as (

    select task_id, lead_text, coordinating_text, has_joint_roles from {{ ref('int_task__cells') }}

),

mentions as (

    select * from {{ ref('int_unit__mentions') }}

),

apart as (

    select tasks.task_id, mentions.*, 'lead' as role
    from tasks
    inner join mentions on tasks.lead_text = mentions.unit_text
    where not tasks.has_joint_roles
    union all
    select tasks.task_id, mentions.*, 'coordinating' as role
    from tasks
    inner join mentions on tasks.coordinating_text = mentions.unit_text

),

joint_texts as (

    select texts.unit_text, texts.keys, texts.words, generate_subscripts(texts.words, 1) as position
    from {{ ref('int_unit__texts') }} as texts
    where texts.unit_text in (select lead_text from tasks where has_joint_roles)

),

role_words as (

    select
        unit_text,
        position,
        case when words[position] = 'chu' then 'lead' else 'coordinating' end as role,
        words[position] = 'phoi'
        and (coalesce(words[position + 2], '') in ('voi', 'cung') or coalesce(keys[position + 2], '') = ':')
            as stands_before,
        len(list_filter(keys[1:position], lambda key: key = ';')) as clause
    from joint_texts
    where
        (words[position] = 'chu' and words[position + 1] = 'tri')
        or (words[position] = 'phoi' and words[position + 1] = 'hop')

),

joint_mentions as (

    select
        mentions.*,
        len(list_filter(texts.keys[1:mentions.first_token], lambda key: key = ';')) as clause,
        min(mentions.first_token) over (partition by mentions.unit_text) as first_unit_token
    from mentions
    inner join {{ ref('int_unit__texts') }} as texts on mentions.unit_text = texts.unit_text
    where mentions.unit_text in (select lead_text from tasks where has_joint_roles)

),

told_roles as (

    select
        *,
        count(*) filter (where role = 'lead') over (partition by unit_text) > 0 as somebody_leads,
        -- 'A phối hợp với B': the words speak of B alone, unless somebody led before
        not stands_before or count(*) filter (where role = 'lead') over (
            partition by unit_text order by position rows between unbounded preceding and 1 preceding
        ) > 0 as tells_of_units_before
    from role_words

),

role_neighbours as (

    select
        joint_mentions.unit_text,
        joint_mentions.mention_number,
        arg_max(role_words.role, role_words.position)
        filter (where role_words.position < joint_mentions.first_token) as role_before,
        arg_min(role_words.role, role_words.position)
        filter (
            where role_words.position > joint_mentions.last_token and role_words.tells_of_units_before
            and (role_words.somebody_leads or role_words.clause = joint_mentions.clause)
        ) as role_after,
        coalesce(
            arg_max(role_words.stands_before and role_words.clause = joint_mentions.clause, role_words.position)
            filter (where role_words.position < joint_mentions.first_token),
            false
        ) as is_after_preposition,
        coalesce(min(role_words.position) < any_value(joint_mentions.first_unit_token), false) as roles_come_first
    from joint_mentions
    left join told_roles as role_words on joint_mentions.unit_text = role_words.unit_text
    group by joint_mentions.unit_text, joint_mentions.mention_number

),

joint as (

    select
        tasks.task_id,
        mentions.*,
        case
            when neighbours.is_after_preposition then 'coordinating'
            when neighbours.roles_come_first then coalesce(neighbours.role_before, 'lead')
            else coalesce(neighbours.role_after, neighbours.role_before, 'lead')
        end as role
    from tasks
    inner join mentions on tasks.lead_text = mentions.unit_text
    inner join role_neighbours as neighbours
        on mentions.unit_text = neighbours.unit_text and mentions.mention_number = neighbours.mention_number
    where tasks.has_joint_roles

),

together as (

    select * from apart
    union all
    select * from joint

)

select
    task_id,
    unit_code,
    role,
    matched_text,
    arg_max(match_method, match_score) as match_method,
    max(match_score) as match_score
from together
group by task_id, unit_code, role, matched_text
