-- Which activity of the older file is which of the newer: the same id, else the same release and overlapping words.
with
    same_id as (
        select older.activity_id as older_id, newer.activity_id as newer_id, 'id' as matched_by
        from older
        inner join newer on newer.activity_id = older.activity_id
    ),

    left_older as (
        select
            activity_id, release_id, country_code, kind,
            list_distinct(regexp_split_to_array(lower(evidence), '[^\p{L}\p{N}]+')) as words
        from older
        anti join same_id on same_id.older_id = older.activity_id
    ),

    left_newer as (
        select
            activity_id, release_id, country_code, kind,
            list_distinct(regexp_split_to_array(lower(evidence), '[^\p{L}\p{N}]+')) as words
        from newer
        anti join same_id on same_id.newer_id = newer.activity_id
    ),

    likely as (
        select
            left_older.activity_id as older_id,
            left_newer.activity_id as newer_id,
            len(list_intersect(left_older.words, left_newer.words)) / least(len(left_older.words), len(left_newer.words)) as overlap,
            (left_older.country_code is not distinct from left_newer.country_code)::integer as same_country,
            (left_older.kind = left_newer.kind)::integer as same_kind
        from left_older
        inner join left_newer on left_newer.release_id = left_older.release_id
    ),

    ranked as (
        select
            older_id,
            newer_id,
            row_number() over (partition by older_id order by same_country desc, same_kind desc, overlap desc, newer_id) as of_older,
            row_number() over (partition by newer_id order by same_country desc, same_kind desc, overlap desc, older_id) as of_newer
        from likely
        where overlap >= 0.5 and same_country + same_kind > 0
    )

select older_id, newer_id, matched_by from same_id
union all
select older_id, newer_id, 'evidence' from ranked where of_older = 1 and of_newer = 1
