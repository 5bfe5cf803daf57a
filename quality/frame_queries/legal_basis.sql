-- One row a mention of a document that analysts keep in van-ban.csv, with what is known of it: by its number, or, for a
-- law, by its name and day.
with printed as (
    select plan_id, preamble_text as text from staging.stg_verbatim__preamble
    union all
    select plan_id, provision_text from staging.stg_verbatim__provision
),

by_number as (
    select
        c.plan_id, 'c' || c.sequence as mention, c.source_page, d.document_number as called, d.issued_on as known_date,
        d.expired_on, d.replaced_by, d.document_number,
        case when len(regexp_extract_all(c.date_text, '\d+')) = 3 then try_strptime(
            array_to_string(regexp_extract_all(c.date_text, '\d+'), '/'), '%d/%m/%Y'
        ) end::date as date_printed,
        concat_ws(' ngày ', c.kind_text || ' số ' || c.number_text, c.date_text) as words
    from staging.stg_verbatim__citation c
    inner join known_document d using (document_number)
),

by_name as (
    select
        b.plan_id, 'b' || b.sequence || d.document_number as mention, b.source_page, d.name as called,
        d.issued_on as known_date, d.expired_on, d.replaced_by, d.document_number,
        d.issued_on as date_printed, b.preamble_text as words
    from staging.stg_verbatim__preamble b
    inner join known_document d on d.name <> '' and regexp_matches(
        fold_text(b.preamble_text), fold_text(d.name) || '[^.;,0-9]{0,30} ngay 0?' || day(d.issued_on)
        || '(/| thang )0?' || month(d.issued_on) || '(/| nam )' || year(d.issued_on)
    )
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
