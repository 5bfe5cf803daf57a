-- What changed in the province since the release before.
select r.*, coalesce(c.commune, '(chưa rõ xã)') as commune
from main.release_change r left join commune_label c using (commune_code)
where r.subject <> 'release' and (c.province_code = getvariable('province') or r.province_code is null)
