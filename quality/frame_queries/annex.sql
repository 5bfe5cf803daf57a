-- One row an annex, with what its caption says of the document it belongs to.
with captioned as (
    select
        a.plan_id, a.sequence, a.annex_kind, a.title, a.caption, a.source_page, p.source_file, p.issued_on,
        p.document_number, p.signer_title, p.period_start, p.period_end, h.document_kind_text,
        concat_ws(' ', a.title, a.caption) as printed,
        regexp_extract(lower(a.caption), '(kế hoạch|quyết định|nghị quyết|công văn)', 1) as kind_named,
        regexp_extract(a.caption, 'số\s*:?\s*(\d+)\s*/', 1) as number_named,
        regexp_extract(lower(a.caption), 'ngày\s*(\d{1,2})', 1) as day_named,
        coalesce(
            try_strptime(concat_ws('/', regexp_extract(lower(a.caption), 'tháng\s*(\d{1,2})\s*năm\s*(\d{4})', 1),
                regexp_extract(lower(a.caption), 'tháng\s*(\d{1,2})\s*năm\s*(\d{4})', 2)), '%m/%Y'),
            try_strptime(regexp_extract(a.caption, '(\d{1,2}/\d{4})', 1), '%m/%Y')
        )::date as month_named,
        coalesce(
            try_strptime(regexp_extract(a.caption, '(\d{1,2}/\d{1,2}/\d{4})', 1), '%d/%m/%Y'),
            try_strptime(concat_ws('/', regexp_extract(lower(a.caption), 'ngày\s*(\d{1,2})\s*tháng', 1),
                strftime(month_named, '%m/%Y')), '%d/%m/%Y')
        )::date as date_named
    from staging.stg_verbatim__annex a
    inner join candidate.plan_candidate p using (plan_id)
    left join staging.stg_verbatim__plan_header h using (plan_id)
)

select
    *,
    'dim_plan' as record_table,
    plan_id || ':annex' || sequence as record_id,
    caption is not null and kind_named <> '' as names_document,
    number_named <> '' as has_number,
    number_named <> '' and (day_named <> '' or regexp_matches(caption, '\d{1,2}/\d{1,2}/\d{4}')) as is_filled_in,
    kind_named = lower(document_kind_text) as kind_agrees,
    document_number is null or number_named = ''
        or try_cast(regexp_extract(document_number, '^(\d+)', 1) as bigint) = try_cast(number_named as bigint) as number_agrees,
    coalesce(date_named = issued_on, month_named = date_trunc('month', issued_on), true) as date_agrees,
    list_filter(regexp_extract_all(lower(coalesce(title, '')), 'năm\s*(20\d\d)', 1)::integer[],
        lambda y: y not between year(period_start) and year(period_end)) as years_outside,
    len(list_filter(regexp_extract_all(lower(coalesce(title, '')), 'năm\s*(20\d\d)', 1)::integer[],
        lambda y: y not between year(period_start) and year(period_end))) as count_years_outside
from captioned
order by plan_id, sequence
