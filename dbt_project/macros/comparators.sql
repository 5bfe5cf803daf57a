{#- Folded words that compare a target with its value. Negations come first: 'không quá' holds 'quá'. -#}
{% macro at_most_pattern() -%}
khong (?:qua|vuot|hon|cao hon|nhieu hon|lon hon|de qua)|khong (?:duoc )?(?:de )?[. ]*qua\b|toi da|tro xuong|nhieu nhat|cao nhat
{%- endmacro %}

{% macro at_least_pattern() -%}
toi thieu|it nhat|tro len|thap nhat|khong (?:duoi|thap hon|it hon|nho hon|kem)|^tu\b|bang hoac (?:cao|lon|nhieu|tren)
{%- endmacro %}

{% macro less_pattern() -%}
\b(?:duoi|it hon|thap hon|nho hon)\b
{%- endmacro %}

{% macro more_pattern() -%}
\b(?:tren|hon|lon hon|cao hon|nhieu hon)\b
{%- endmacro %}
