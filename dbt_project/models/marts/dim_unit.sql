select unit_code, name, unit_kind from {{ ref('units') }}
