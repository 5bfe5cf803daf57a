select commune_code, name, commune_type, province_code from {{ ref('communes') }}
