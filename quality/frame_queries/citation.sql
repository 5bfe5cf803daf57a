-- One row a mention of a cited document, with what its number, kind, date and issuer say of each other.
with issuer_of_symbol(ending, issuer) as (
    values
        ('-HĐND$', 'hội đồng nhân dân|hđnd'),
        ('-(NQ|KL|CT|QĐ|QĐi|HD|CTr|TB)/TW$', 'bộ chính trị|ban chấp hành|ban bí thư|trung ương|đảng'),
        ('/TU$', '(tỉnh|thành) (ủy|uỷ)|ban thường vụ|ban chấp hành|đảng bộ'),
        ('/QH\d+$', 'quốc hội'),
        ('[/-]BNV$', 'nội vụ'),
        ('[/-]BTC$', 'tài chính'),
        ('[/-]BTP$', 'tư pháp'),
        ('[/-]VPCP$', 'văn phòng chính phủ')
),

mention as (
    select
        c.plan_id, c.sequence, c.kind_text, c.number_text, c.document_number, c.date_text, c.issuer_text, c.source_page,
        p.source_file, p.issued_on, p.period_end,
        regexp_extract_all(c.date_text, '\d+') as numbers,
        regexp_extract(c.document_number, '[/-](NQ|NĐ|QĐ|TT|TTLT|CT|KL|KH|CV|TB|HD|CTr|BC|QC|QĐi)(?:-|/)', 1) as symbol,
        regexp_extract(c.number_text, '^[^/]+/(\d{4})/', 1) as year_in_number
    from staging.stg_verbatim__citation c
    inner join candidate.plan_candidate p using (plan_id)
),

dated as (
    select
        *,
        day_printed(date_text) as date_of_mention,
        case symbol
            when 'NQ' then 'Nghị quyết' when 'NĐ' then 'Nghị định' when 'QĐ' then 'Quyết định' when 'TT' then 'Thông tư'
            when 'CT' then 'Chỉ thị' when 'KL' then 'Kết luận' when 'KH' then 'Kế hoạch' when 'TB' then 'Thông báo'
            when 'CTr' then 'Chương trình' when 'BC' then 'Báo cáo'
        end as kind_of_symbol
    from mention
    left join issuer_of_symbol on regexp_matches(mention.document_number, issuer_of_symbol.ending)
)

select
    * exclude (ending, issuer),
    'fct_citation' as record_table,
    plan_id || ':c' || sequence as record_id,
    count(date_text) over (partition by plan_id, document_number) > 0 as is_dated_somewhere,
    row_number() over (partition by plan_id, document_number order by sequence) = 1 as is_first_mention,
    date_text is null or (len(numbers) = 3 and date_of_mention is not null) or len(numbers) < 3 as date_exists,
    -- words before the kind's own name ('Kế hoạch thực hiện Quyết định số ...') make another document of it
    kind_of_symbol is null or lower(kind_text) = lower(kind_of_symbol)
        or kind_text not in ('Nghị quyết', 'Nghị định', 'Quyết định', 'Thông tư', 'Chỉ thị', 'Kế hoạch')
        as kind_fits_symbol,
    case
        when regexp_matches(document_number, '/NĐ-CP$|/NQ-CP$') then
            not regexp_matches(lower(issuer_text),
                'thủ tướng|bộ chính trị|ban chấp hành|quốc hội|ubnd|ủy ban nhân dân|uỷ ban nhân dân')
        when regexp_matches(document_number, '-TTg$') then
            not regexp_matches(lower(issuer_text), 'bộ chính trị|ubnd|ủy ban nhân dân|uỷ ban nhân dân')
            and not regexp_matches(lower(trim(issuer_text)), '^(của )?chính phủ$')
        when regexp_matches(document_number, '-UBND$|/UBND$') then
            not regexp_matches(lower(issuer_text), 'chính phủ|thủ tướng|bộ chính trị|hội đồng nhân dân|hđnd')
        else regexp_matches(lower(issuer_text), issuer)
    end as issuer_fits_symbol,
    regexp_matches(lower(coalesce(issuer_text, '')), '\(cũ\)|trước đây|trước sáp nhập') as issuer_is_former,
    regexp_matches(number_text, '[\x{0370}-\x{052f}]') or regexp_matches(number_text, '/[NQ][DÐ]-') as has_wrong_letters,
    nullif(year_in_number, '')::integer as number_year,
    year(date_of_mention) as date_year,
    -- documents that a plan takes effect under cannot be younger than the plan
    case when date_of_mention is not null then coalesce(issued_on, period_end) - date_of_mention end as days_before_issue,
    case when count(distinct date_of_mention) over (partition by plan_id, document_number) > 1
        then list(distinct strftime(date_of_mention, '%d/%m/%Y')) over (partition by plan_id, document_number)
    end as dates
from dated
order by plan_id, sequence
