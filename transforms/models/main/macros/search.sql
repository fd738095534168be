-- Full text search over the evidence without an index: stems of the query's words, as one pattern that minds neither case nor accents, find
-- the rows ("the" and its like are not looked for); those are cut into words, and ranked by the number of the query's words, then by BM25.
with
    query as materialized (
        select distinct unnest(string_split(rtrim(regexp_replace(
            regexp_replace(
                regexp_replace(strip_accents(lower(words)), '[^\p{L}\p{N}]+', ' ', 'g') || ' ',
                '\b(?:the|and|for|with|from|an|of|in|on|to|at|by|is|\w) ', '', 'g'
            ),
            '(\S{4,}?)(?:ings?|ed|ers?|ies|es|e|y|s)? |(\S{1,3}) ', '\1\2|', 'g'
        ), '| '), '|')) as stem
    ),

    found as materialized (
        select activity_id, length(evidence) as length, strip_accents(lower(evidence)) as text
        from main.activities
        where
            not is_duplicate
            and regexp_matches(
                evidence,
                '(?i)(?:'
                || regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
                    rtrim(regexp_replace(
                        regexp_replace(
                            regexp_replace(strip_accents(lower(words)), '[^\p{L}\p{N}]+', ' ', 'g') || ' ',
                            '\b(?:the|and|for|with|from|an|of|in|on|to|at|by|is|\w) ', '', 'g'
                        ),
                        '(\S{4,}?)(?:ings?|ed|ers?|ies|es|e|y|s)? |(\S{1,3}) ', '\1\2|', 'g'
                    ), '| '),
                    'a', '[aáàâäãåāăą]', 'g'), 'e', '[eéèêëēęě]', 'g'), 'i', '[iíìîïī]', 'g'), 'o', '[oóòôöõő]', 'g'),
                    'u', '[uúùûüūű]', 'g'), 'c', '[cçćč]', 'g'), 'n', '[nñńň]', 'g')
                || ')'
            )
    ),

    word as (
        select activity_id, length, unnest(regexp_split_to_array(text, '[^\p{L}\p{N}]+')) as word from found
    ),

    hit as materialized (
        select activity_id, any_value(length) as length, stem, count(*) as times
        from (select activity_id, length, regexp_replace(word, '^(\S{4,}?)(?:ings?|ed|ers?|ies|es|e|y|s)?$', '\1') as stem from word)
        where stem <> '' and stem in (select stem from query)
        group by activity_id, stem
    ),

    ledger as materialized (
        select count(*) as activities, avg(length(evidence)) as length from main.activities where not is_duplicate
    ),

    rarity as (
        select hit.stem, ln(1 + (any_value(ledger.activities) - count(*) + 0.5) / (count(*) + 0.5)) as idf
        from hit
        cross join ledger
        group by hit.stem
    ),

    ranked as (
        select
            hit.activity_id,
            count(*) as matched,
            sum(rarity.idf * hit.times * 2.2 / (hit.times + 1.2 * (0.25 + 0.75 * hit.length / ledger.length))) as score
        from hit
        inner join rarity on rarity.stem = hit.stem
        cross join ledger
        group by hit.activity_id
    )

select round(ranked.score, 3) as score, ranked.matched, activity.*
from ranked
inner join main.activities_named as activity on activity.activity_id = ranked.activity_id
order by ranked.matched desc, ranked.score desc, ranked.activity_id
