-- Five activities to a release, and a release in twenty repeats the one before it.
select
    left(md5('r' || id), 16) as release_id,
    1 as revision,
    true as is_current,
    'made up' as source_id,
    'https://press.example/' || id as source_uri,
    id || '.txt' as file,
    'Organisation ' || chr((65 + drawn_of(id // 40, '', 26))::integer) || drawn_of(id // 40, '', 3) as organisation,
    ['CN', 'FR', 'DE', 'JP', 'US', 'IN'][1 + drawn_of(id // 40, '', 6)] as home_country,
    'Release number ' || id as title,
    list_reduce(list_transform(range(5), lambda k: evidence(id * 5 + k)), lambda a, b: a || ' ' || b) as body,
    'en' as language,
    published_on,
    if(published_on is null, 'none', 'manifest') as published_basis,
    timestamptz '2026-11-01 00:00:00+00' as first_seen_at,
    md5('c' || id) as content_sha256,
    if(id % 20 = 19, left(md5('r' || (id - 1)), 16), null) as duplicate_of,
    5 as activities
from (
    select
        id,
        if(drawn_of(id, 'p', 5) = 0, null, date '2008-01-01' + (pow(drawn_of(id, 'd', 10000) / 10000, 0.5) * 6890)::integer) as published_on
    from range($n // 5) as made (id)
)
