{#- Lower-case words without diacritics, abbreviations written out, with commas kept as words of their own.
    `abbreviations` is a MAP from short form to full form (see model int_text__abbreviations). -#}
{% macro plain_words(text, abbreviations) -%}
fold_text(array_to_string(
    list_transform(
        regexp_extract_all(match_key({{ text }}), '[\p{L}\p{M}\p{N}]+|[,*]'),
        lambda token: coalesce({{ abbreviations }}[token], token)
    ),
    ' '
))
{%- endmacro %}

{#- The words of a keyword from a seed as a LIKE pattern; '*' stands for any words in between. -#}
{% macro keyword_pattern(plain_keyword) -%}
'%' || replace({{ plain_keyword }}, ' * ', '%') || '%'
{%- endmacro %}

{#- The identifier of a plan: the start of the SHA-256 of its file. -#}
{% macro plan_id(sha256) -%}
'p' || left({{ sha256 }}, 16)
{%- endmacro %}

{#- The identifier of a record inside its plan; `kind` is one letter, the sequence is padded so that ids sort. -#}
{% macro record_id(plan_id, kind, sequence) -%}
{{ plan_id }} || '-{{ kind }}' || printf('%04d', {{ sequence }})
{%- endmacro %}

{#- Whether a cell only says 'the same as above'; NULL counts as no. -#}
{% macro is_ditto(text) -%}
coalesce(
    regexp_full_match(
        lower(trim({{ text }})),
        '[-–. (]*["“”]?(?:n\.?t\.?|như (?:ở )?trên|như mục trên|như dòng trên)["“”]?[-–. )]*|[-– ]*(?:["“”″〃]|''''|//)+[-– ]*'
    ),
    false
)
{%- endmacro %}

{#- Opening words of an item that states a purpose. -#}
{% macro purpose_pattern() -%}
^(?:nham|tao|nang cao|cu the hoa|gop phan|phat huy|khoi day|xay dung|thuc hien muc tieu|muc dich|hoan thanh|tiep tuc)\b
{%- endmacro %}

{#- Folded words of a subject that sets out to raise the reform index, and the index as it is named. -#}
{% macro raises_index_pattern() -%}
(?:nang cao|cai thien|nang|khac phuc|duy tri|tang hang)\b.{0,60}\bchi so .{0,20}(?:cchc|cai cach hanh chinh|par ?-?index)
{%- endmacro %}
