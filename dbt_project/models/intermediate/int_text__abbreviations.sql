-- One row: every abbreviation with its words, as a map that plain_words() looks tokens up in.
select map_from_entries(list(struct_pack(k := match_key(short_form), v := match_key(full_form)))) as abbreviations
from {{ ref('abbreviations') }}
