{#- A date from printed numbers; NULL when there is no such day. -#}
{% macro printed_date(year, month, day) -%}
try_cast(printf('%04d-%02d-%02d', {{ year }}::int, {{ month }}::int, {{ day }}::int) as date)
{%- endmacro %}

{#- Folded text with what is printed together, misprinted or shortened written out, as calendar_words() expects it. -#}
{% macro spelt_calendar(text) -%}
{%- set steps = [
    ('\\b(thang|quy|nam|ngay)(\\d)', '\\1 \\2'),
    ('\\bquy ?[l1|](i{1,2}|v)\\b', 'quy i\\1'),
    ('\\bquy(i{1,3}|iv)\\b', 'quy \\1'),
    ('\\bngay (\\d{1,2}) ?[/,] ?thang (\\d{1,2})', 'ngay \\1 thang \\2'),
    ('\\bt ?[.] ?xuyen\\b|^tx\\b|\\blien tuc\\b', 'thuong xuyen'),
    ('\\bthang hai\\b', 'thang 2'),
    ('\\bthang ba\\b', 'thang 3'),
    ('\\bthang (?:tu|bon)\\b', 'thang 4'),
] -%}
{%- set ns = namespace(sql=text) -%}
{%- for pattern, replacement in steps -%}
    {%- set ns.sql = "regexp_replace(" ~ ns.sql ~ ", '" ~ pattern ~ "', '" ~ replacement ~ "', 'g')" -%}
{%- endfor -%}
{{ ns.sql }}
{%- endmacro %}

{#- Dates in one notation: folded text in, 'd/m/yyyy', 'd/m', 'thang m/yyyy' and 'quy q/yyyy' out.
    Brackets become ';', the number and date of a cited document go. -#}
{% macro calendar_words(text) -%}
{%- set steps = [
    ('[()\\[\\]]', ' ; '),
    (' ?/ ?', '/'),
    ('\\b(\\d{1,2}/\\d{1,2})/(2\\d)\\b', '\\1/20\\2'),
    ('\\bqui\\b', 'quy'),
    ('\\bq ?\\.? ?(i{1,3}|iv|[1-4])\\b', 'quy \\1'),
    ('\\b(thang|quy|nam) (?:mot|\\d{1,2}) lan\\b', 'lan/\\1'),
    ('\\b(thang|quy) (?:mot|gieng)\\b', '\\1 1'),
    ('\\bquy hai\\b', 'quy 2'),
    ('\\bquy ba\\b', 'quy 3'),
    ('\\bquy (?:tu|bon)\\b', 'quy 4'),
    ('\\bthang muoi hai\\b', 'thang 12'),
    ('\\bt ?(\\d{1,2})\\b', 'thang \\1'),
    ('\\bso:? ?\\d+[^ ;,]*/[^ ;,]*( ?,? ?(ngay )?\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}| ?,? ?ngay \\d{1,2} thang \\d{1,2},? nam \\d{4})?', ' '),
    ('(?:ngay )?\\b(\\d{1,2}) thang (\\d{1,2}),? nam (20\\d\\d)', ' \\1/\\2/\\3 '),
    ('ngay (\\d{1,2}) thang (\\d{1,2})\\b', ' \\1/\\2 '),
    ('\\b(\\d{1,2})\\.(\\d{1,2})\\.(20\\d\\d)', ' \\1/\\2/\\3 '),
    ('\\b(\\d{1,2})-(\\d{1,2})-(20\\d\\d)', ' \\1/\\2/\\3 '),
    ('ngay (\\d{1,2})[.-](\\d{1,2})\\b', ' \\1/\\2 '),
    ('\\b(\\d{1,2}/\\d{1,2}),? nam (20\\d\\d)', ' \\1/\\2 '),
    ('\\bthang ?(\\d{1,2})(?:,? nam |[.-]| )(20\\d\\d)\\b', ' thang \\1/\\2 '),
    ('\\bquy ?(i{1,3}|iv|[1-4])(?:,? nam |[.-]| )(20\\d\\d)\\b', ' quy \\1/\\2 '),
    ('([,;&+-])', ' \\1 '),
] -%}
{%- set ns = namespace(sql=text) -%}
{%- for pattern, replacement in steps -%}
    {%- set ns.sql = "regexp_replace(" ~ ns.sql ~ ", '" ~ pattern ~ "', '" ~ replacement ~ "', 'g')" -%}
{%- endfor -%}
regexp_replace({{ ns.sql }}, '\s+', ' ', 'g')
{%- endmacro %}

{#- First and last day of a half year, quarter or month of a year. -#}
{% macro first_day(year, first_month) -%}
make_date({{ year }}::bigint, {{ first_month }}::bigint, 1::bigint)
{%- endmacro %}

{% macro last_day_of(year, last_month) -%}
last_day(make_date({{ year }}::bigint, {{ last_month }}::bigint, 1::bigint))
{%- endmacro %}

{#- Patterns over calendar_words(). -#}
{% macro day_pattern() -%}
(?:^|[^\d/])(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?:[^\d/]|$)
{%- endmacro %}

{% macro month_pattern() -%}
\bthang ?\d{1,2}\b(?:/20\d\d)?(?: ?(?:,|;|-|\+|&|va|den|den het|toi|hoac) ?(?:het )?(?:thang ?)?\d{1,2}\b(?:/20\d\d)?)*
{%- endmacro %}

{% macro quarter_pattern() -%}
\bquy ?(?:i{1,3}|iv|[1-4])\b(?:/20\d\d)?(?: ?(?:,|;|-|\+|&|va|den|den het|toi|hoac) ?(?:het )?(?:quy ?)?(?:i{1,3}|iv|[1-4])\b(?:/20\d\d)?)*
{%- endmacro %}

{% macro half_year_pattern() -%}
\b(?:0?6|sau) thang (?:dau|cuoi)(?: nam)?|nua (?:dau|cuoi) nam
{%- endmacro %}

{% macro frequency_pattern() -%}
\b(?:hang|moi|tung) (?:ngay|tuan|thang|quy|nam|ky)\b|\bdinh k[yi]\b|\bthuong k[yi]\b|\b(?:ngay|tuan|thang|quy|nam)/lan\b|\blan/(?:\d{1,2} )?(?:ngay|tuan|thang|quy|nam)\b|\blan (?:trong |mot |1 |moi )?(?:tuan|thang|quy|nam)\b|\b(?:0?[369]|ba|sau|chin) thang\b|\bcac quy\b|\bquy ?(?:,|;|va|-) ?(?:nam|thang|0?6)|\bthang ?(?:,|;|va|-) ?(?:quy|nam)\b|^theo (?:thang|quy|nam)$|\bcuoi (?:moi )?(?:thang|quy) ?(?:;|,|$)|\bthang cuoi (?:cua )?(?:moi )?quy\b|\bbao cao (?:thang|quy)\b(?: ?[,;]| ?$)
{%- endmacro %}

{% macro ongoing_pattern() -%}
thuong xuyen|lien tuc|thuong truc|duy tri|xuyen suot|suot nam|quanh nam|lau dai
{%- endmacro %}

{#- 'Theo kế hoạch năm 2026' names a plan, not a year; 'theo kế hoạch, trong năm 2026' does. -#}
{% macro condition_pattern() -%}
(?:^|[ ;,])(?:theo|ngay sau|sau khi|ngay khi|khi|sau|tuy)\b[^,;]*?(\btrong nam\b|[,;]|$)
{%- endmacro %}

{% macro whole_year_pattern() -%}
\b(?:trong|ca|toan|het|cuoi|dau|giua|den het) nam\b|^nam$|\bnam nay\b
{%- endmacro %}

{% macro whole_period_pattern() -%}
\b(?:ca|trong|toan|het) giai doan\b|^giai doan$
{%- endmacro %}

{#- Dates of aligned lists of days, months and years; impossible ones left out. A date without a year takes that of
    the next date printed with one. -#}
{% macro listed_dates(days, months, years, default_year) -%}
list_filter(
    list_transform(
        range(1, len({{ days }}) + 1),
        lambda i: {{ printed_date(
            "coalesce(list_filter(" ~ years ~ "[i:], lambda y: y != '')[1]::int, " ~ default_year ~ ")",
            months ~ '[i]', days ~ '[i]'
        ) }}
    ),
    lambda day: day is not null
)
{%- endmacro %}

{#- First days of the months or quarters (`months_each` 3) named in a span; a missing year as in listed_dates. -#}
{% macro listed_first_days(span, pattern, months_each, default_year) -%}
list_filter(
    list_transform(
        range(1, len(regexp_extract_all({{ span }}, '{{ pattern }}', 1)) + 1),
        lambda i: {{ printed_date(
            "coalesce(list_filter(regexp_extract_all(" ~ span ~ ", '" ~ pattern ~ "', 2)[i:], lambda y: y != '')[1]::int, " ~ default_year ~ ")",
            period_number("regexp_extract_all(" ~ span ~ ", '" ~ pattern ~ "', 1)[i]") ~ " * " ~ months_each ~ " - " ~ (months_each - 1),
            '1'
        ) }}
    ),
    lambda day: day is not null
)
{%- endmacro %}

{#- 'iii' or '3' as a number. -#}
{% macro period_number(text) -%}
(case {{ text }} when 'i' then 1 when 'ii' then 2 when 'iii' then 3 when 'iv' then 4 else try_cast({{ text }} as integer) end)
{%- endmacro %}

{#- First day a phrase over calendar_words() sets; NULL when it sets none or only an end ('đến năm 2030'). -#}
{% macro phrase_start(words, plan_start) -%}
case
    when regexp_matches({{ words }}, '\btu (?:nam |thang |quy )?\S+ .*\bden\b') or regexp_matches({{ words }}, '20\d\d ?- ?20\d\d')
        then {{ first_day("nullif(regexp_extract(" ~ words ~ ", '\\b(20\\d\\d)\\b', 1), '')", '1') }}
    when regexp_matches({{ words }}, '\b(?:den|truoc|toi|cham nhat|het)\b') then null
    when regexp_matches({{ words }}, '{{ half_year_pattern() }}')
        then {{ first_day(phrase_year(words, plan_start), "case when contains(" ~ words ~ ", 'dau') then 1 else 7 end") }}
    when regexp_matches({{ words }}, '{{ quarter_pattern() }}')
        then {{ listed_quarters(words, phrase_year(words, plan_start)) }}[1]
    when regexp_matches({{ words }}, '\b20\d\d\b')
        then {{ first_day("nullif(regexp_extract(" ~ words ~ ", '\\b(20\\d\\d)\\b', 1), '')", '1') }}
end
{%- endmacro %}

{#- Last day a phrase over calendar_words() sets; NULL when it sets none. -#}
{% macro phrase_end(words, plan_start) -%}
case
    when regexp_matches({{ words }}, '{{ day_pattern() }}')
        then {{ printed_date(
            "coalesce(nullif(regexp_extract(" ~ words ~ ", '" ~ day_pattern() ~ "', 3), '')::int, " ~ phrase_year(words, plan_start) ~ ")",
            "nullif(regexp_extract(" ~ words ~ ", '" ~ day_pattern() ~ "', 2), '')",
            "nullif(regexp_extract(" ~ words ~ ", '" ~ day_pattern() ~ "', 1), '')"
        ) }}
    when regexp_matches({{ words }}, '{{ half_year_pattern() }}')
        then {{ last_day_of(phrase_year(words, plan_start), "case when contains(" ~ words ~ ", 'cuoi') then 12 else 6 end") }}
    when regexp_matches({{ words }}, '{{ quarter_pattern() }}')
        then last_day(({{ listed_quarters("regexp_extract(" ~ words ~ ", '" ~ quarter_pattern() ~ "')", phrase_year(words, plan_start)) }}[-1] + interval 2 month)::date)
    when regexp_matches({{ words }}, '{{ month_pattern() }}')
        then last_day({{ listed_months("regexp_extract(" ~ words ~ ", '" ~ month_pattern() ~ "')", phrase_year(words, plan_start)) }}[-1])
    when regexp_matches({{ words }}, '\b20\d\d\b')
        then {{ last_day_of("nullif(regexp_extract_all(" ~ words ~ ", '\\b(20\\d\\d)\\b', 1)[-1], '')", '12') }}
end
{%- endmacro %}

{% macro phrase_year(words, plan_start) -%}
coalesce(try_cast(nullif(regexp_extract({{ words }}, '\b(20\d\d)\b', 1), '') as integer), year({{ plan_start }}))
{%- endmacro %}

{% macro listed_months(span, default_year) -%}
{{ listed_first_days(span, '\\b(\\d{1,2})(?:/(20\\d\\d))?\\b', 1, default_year) }}
{%- endmacro %}

{% macro listed_quarters(span, default_year) -%}
{{ listed_first_days(span, '\\b(i{1,3}|iv|[1-4])(?:/(20\\d\\d))?\\b', 3, default_year) }}
{%- endmacro %}
