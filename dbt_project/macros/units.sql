{#- The opening of an item, where a unit it is addressed to would be named. -#}
{% macro unit_opening(text) -%}
left({{ text }}, 160)
{%- endmacro %}

{#- Collective phrases ('các phòng, ban', 'các cơ quan, đơn vị có liên quan thuộc UBND xã') are built freely, so they
    are told by grammar, not listed: head words, nouns, then what narrows them. Plain words, ',' kept. -#}
{% macro collective_pattern() -%}
{%- set heads = '(?:(?:thu truong|lanh dao|nguoi dung dau|truong|dai dien|cong chuc|cong chuc thuoc|can bo|doi ngu can bo|vien chuc)(?: ,)? )*' -%}
{%- set noun -%}
(?:phong chuyen mon|phong ban|phong|ban nganh|ban|nganh|co quan chuyen mon|co quan hanh chinh|co quan|don vi su nghiep cong lap|don vi su nghiep|don vi hanh chinh|don vi|to chuc hanh chinh|to chuc chuyen mon|to chuc|bo phan chuyen mon|bo phan|trung tam|doan the|dia phuong|ca nhan|chuyen mon)
{%- endset -%}
{%- set limit -%}
(?:co lien quan|lien quan|co chuc nang|chuyen mon|nghiep vu|tuong duong|khac|(?:cua |truc thuoc |thuoc )(?:uy ban nhan dan )?(?:cap )?(?:xa|phuong|dac khu)|(?:cua |truc thuoc |thuoc )uy ban nhan dan|(?:uy ban nhan dan )?(?:cap )?(?:xa|phuong|dac khu)|tren dia ban(?: (?:xa|phuong|dac khu))?|tham muu(?: (?:thuc hien |cong tac )?cai cach hanh chinh)?|(?:chu tri |tham muu |duoc giao )?soan thao(?: van ban)?(?: quy pham phap luat)?)
{%- endset -%}
^{{ heads }}(?:(?:tat ca )?cac (?:{{ noun }})|phong chuyen mon|phong ,? ?ban|co quan chuyen mon|co quan|don vi|bo phan chuyen mon)(?:(?: ,)? {{ noun }})*(?:(?: ,)? {{ limit }})*$
{%- endmacro %}

{#- Where a collective phrase ends too early: before the name of one centre or office ('các phòng, Trung tâm Y tế'). -#}
{% macro is_cut_name(words, next_word) -%}
(regexp_matches({{ words }}, '. (?:trung tam|, phong)$')
    and {{ next_word }} not in ('', 'chu', 'phoi', 'cung', 'thuc', 'co', 'lien', 'tham'))
{%- endmacro %}

{#- A collective phrase that only labels or introduces what follows: 'Cơ quan chủ trì: ...', 'đơn vị thường trực',
    'Các phòng: Kinh tế, Văn hóa - Xã hội'. -#}
{% macro is_label(words, next_word, next_key) -%}
({{ next_key }} = ':'
    or ({{ words }} in ('co quan', 'don vi', 'bo phan', 'phong', 'phong ban')
        and {{ next_word }} in ('chu', 'phoi', 'thuong', 'dau', 'thuc', 'tham', 'duoc', 'chiu', 'phu')))
{%- endmacro %}

{#- Words that open the name of a person. -#}
{% macro person_pattern() -%}
^(?:dong chi|c|dc|ong|ba) \S+ \S+
{%- endmacro %}

{#- Words after which a body's name says only what somebody is in charge of ('phụ trách lĩnh vực văn hóa - xã hội'). -#}
{% macro in_charge_pattern() -%}
\bphu trach(?: (?:linh vuc|khoi|mang|cong tac|nganh))*$
{%- endmacro %}

{#- Words after which a body's name says only whose the body before it is. -#}
{% macro belonging_pattern() -%}
\b(?:thuoc|cua)$
{%- endmacro %}

{#- Words collective phrases begin with, where a span may start. -#}
{% macro collective_words() -%}
('cac', 'tat', 'thu', 'lanh', 'nguoi', 'truong', 'dai', 'cong', 'can', 'doi', 'co', 'don', 'bo', 'phong')
{%- endmacro %}

{#- The code of a collective phrase, from its words. -#}
{% macro collective_code(words) -%}
case
    when contains({{ words }}, 'soan thao') then 'SOANTHAO'
    when contains({{ words }}, 'tham muu') then 'THAMMUU'
    when contains({{ words }}, 'lien quan')
        and regexp_matches({{ words }}, '\b(co quan|don vi|to chuc|bo phan|ca nhan|dia phuong)\b') then 'LIENQUAN'
    when regexp_matches({{ words }}, '\bphong\b') and not regexp_matches({{ words }}, '^(?:\S+ )*cac (co quan|don vi)\b') then 'PCM'
    when contains({{ words }}, 'lien quan') then 'LIENQUAN'
    when regexp_matches({{ words }}, '\bco quan\b') then 'COQUAN'
    when regexp_matches(replace({{ words }}, 'don vi su nghiep', ''), '\bdon vi\b') then 'COQUAN'
    when regexp_matches({{ words }}, '\bban nganh\b|\bban , nganh\b|chuyen mon') then 'PCM'
    else 'OTHER'
end
{%- endmacro %}

{#- Words after a unit that make it one of another level ('UBND tỉnh', 'Công an thành phố'). -#}
{% macro other_level_pattern() -%}
^(?:cua |cap |thuoc |cac cap |viet nam )?(?:tinh|thanh pho|trung uong|huyen|thi xa)\b
{%- endmacro %}

{#- What parts two bodies of a list: punctuation, 'và', and a dash that stands as a bullet. -#}
{% macro is_separator(key, token, token_number) -%}
({{ key }} in (',', ';', '/', '+', '•', '*', ':', 'và', '&', '(', ')')
    or ({{ key }} = '-' and ({{ token_number }} = 1 or right({{ token }}, 1) = ' ')))
{%- endmacro %}

{#- Titles of a head or member in front of the body's name: a holder counts as the body. -#}
{% macro unit_holder_pattern() -%}
^(?:(?:cac|thu truong|truong|pho|giam doc|chanh|chu tich|lanh dao|thuong truc|thanh vien|cong chuc|can bo|bo phan|to giup viec|co quan thuong truc) )+
{%- endmacro %}

{#- Words the same titles begin with, where a span may start. -#}
{% macro unit_holder_words() -%}
('thu', 'truong', 'pho', 'giam', 'chanh', 'chu', 'lanh', 'thuong', 'thanh', 'cong', 'can', 'bo', 'to', 'co')
{%- endmacro %}

{#- Level words after the body's name. -#}
{% macro unit_suffix_pattern() -%}
(?: (?:cap|thuoc|cua))?(?: uy ban nhan dan)?(?: (?:xa|phuong|dac khu|thi tran))$
{%- endmacro %}

{#- Words that name no body by themselves. -#}
{% macro filler_pattern() -%}
\b(?:co quan|don vi|bo phan|phong ban|phong|cai cach hanh chinh|cac|chu tri|thuong truc|dau moi|phoi hop|voi|cung|cua|thuoc|xa|phuong|dac khu|tinh|lien quan|co|neu|va|hoac|thuc hien|tham muu|la|tren dia ban|toan|v|vv)\b
{%- endmacro %}

{#- Likeness of two spellings, 0 to 1: one letter in ten may differ. -#}
{% macro likeness(left, right) -%}
greatest(
    1 - levenshtein({{ left }}, {{ right }})::double / greatest(length({{ left }}), length({{ right }}), 1),
    case
        when left({{ left }}, 6) = left({{ right }}, 6) and right({{ left }}, 6) = right({{ right }}, 6)
            then jaro_winkler_similarity({{ left }}, {{ right }})
        else 0
    end
)
{%- endmacro %}

{#- Markers of numbered and lettered items. -#}
{% macro item_marker_pattern() -%}
^\(?(?:\d|[a-zđ]\))
{%- endmacro %}

{#- Words that may stand before the unit an item opens with. -#}
{% macro opening_pattern() -%}
^(?:(?:giao|de nghi|yeu cau|doi voi|trach nhiem|cua|thu truong|truong|pho|giam doc|chanh|chu tich|lanh dao|thanh vien|phan cong|dong chi) )*\s?$
{%- endmacro %}

{#- Words after a collective phrase that leave open which unit it is ('các đơn vị được giao chủ trì'). -#}
{% macro assigned_pattern() -%}
^(?:duoc (?:giao|phan cong)|chu tri|phu trach)
{%- endmacro %}
