{#- Schemas carry their plain names (staging, intermediate, candidate, main), without a prefix of the target. -#}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ (custom_schema_name or target.schema) | trim }}
{%- endmacro %}
