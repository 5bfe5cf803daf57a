-- One row a mention of a document that analysts keep in van-ban.csv, with what is known of it: by its number, or, for a
-- law, by its name and day.
with printed as (
    select plan_id, preamble_text as text from staging.stg_verbatim__preamble
    union all
    select plan_id, provision_text from staging.stg_verbatim__provision
),

document as (
    select document_number, name, replaced_by, issued_on::date as known_date, expired_on::date as expired_on
    from known_document
),

by_number as (
    select
        c.plan_id, 'c' || c.sequence as mention, c.source_page, d.document_number as called, d.known_date,
        d.expired_on, d.replaced_by, d.document_number, day_printed(c.date_text) as date_printed,
        concat_ws(' ngày ', c.kind_text || ' số ' || c.number_text, c.date_text) as words
    from staging.stg_verbatim__citation c
    inner join document d using (document_number)
),

-- folded once, not for every pair
law as materialized (
    select *, fold_text(name) || '[^.;,0-9]{0,30} ngay 0?' || day(known_date) || '(/| thang )0?' || month(known_date)
        || '(/| nam )' || year(known_date) as name_and_day
    from document
    where name <> ''
),

preamble as materialized (
    select *, fold_text(preamble_text) as folded from staging.stg_verbatim__preamble
),

by_name as (
    select
        b.plan_id, 'b' || b.sequence || d.document_number as mention, b.source_page, d.name as called, d.known_date,
        d.expired_on, d.replaced_by, d.document_number, d.known_date as date_printed, b.preamble_text as words
    from preamble b
    inner join law d on regexp_matches(b.folded, d.name_and_day)
    where not contains(b.preamble_text, d.document_number)
)

select
    m.*,
    'dim_plan' as record_table,
    m.plan_id || ':' || m.mention as record_id,
    p.source_file,
    -- a number without a year returns every year: only a slip of the day, or of the year alone, is told
    not coalesce(date_printed <> known_date and (
        regexp_matches(m.document_number, '/20\d\d/') or year(date_printed) = year(known_date)
        or strftime(date_printed, '%d%m') = strftime(known_date, '%d%m')
    ), false) as is_dated_right,
    not coalesce(
        m.expired_on <= coalesce(p.issued_on, p.period_start)
        and (regexp_matches(m.document_number, '/(20\d\d|QH\d+)') or date_printed = known_date), false
    ) as is_in_force,
    exists (
        from printed x
        where x.plan_id = m.plan_id and contains(x.text, m.document_number)
            and regexp_matches(lower(x.text), 'thay thế|bãi bỏ|hết hiệu lực|trước đây')
    ) as speaks_of_replacement
from (from by_number union all by name from by_name) m
inner join candidate.plan_candidate p using (plan_id)
order by m.plan_id, m.mention
