//! What readers may see, in SQL, said once. In every statement of the library `$1` is now.

/// Begins a statement: `live` are the editions that readers may see, `readable` the entries that have one.
///
/// Not materialized: each use then goes through the indexes of the tables beneath.
macro_rules! visible {
    () => {
        "with live as not materialized (
            select x.entry_id, x.language
            from edition x
            where x.state = 'published' and x.publish_at <= $1 and (x.unpublish_at is null or x.unpublish_at > $1)
        ),
        readable as not materialized (
            select e.*
            from entry e
            where e.deleted_at is null and e.visibility = 'public'
              and exists (select 1 from live x where x.entry_id = e.id)
        )"
    };
}

// Notices speak of nothing else either.
pub(crate) use visible;

/// A statement for the rows of [`summary`](super::summary): it first chooses a page, which is ids in their places, each
/// with the language to show (the reader's, else the source, else any), and then fetches what a list shows of just those.
/// One statement serves a whole list, however long.
///
/// `$2` is the reader's language, `$3` the limit and `$4` the offset. The readable entry is `e`, the edition to show `d`.
macro_rules! page {
    (order $order:literal, $($which:tt)*) => {
        concat!(
            visible!(),
            ", page as (
                select e.id, d.language, count(*) over () as total,
                    row_number() over (order by ", $order, ", d.sort_key, e.id) as place
                from readable e
                join edition d on d.entry_id = e.id and d.language = coalesce(
                    (select x.language from live x where x.entry_id = e.id and x.language = $2),
                    (select x.language from live x where x.entry_id = e.id and x.language = e.source_language),
                    (select min(x.language) from live x where x.entry_id = e.id)) ",
            $($which)*,
            "   order by place
                limit $3 offset $4
            )
            select page.total, e.id, e.kind, e.slug, e.uid, e.source_language, e.published_on, e.picture, e.details, e.created_at,
                d.language, d.title, d.summary, d.picture_alt, d.words, d.updated_at,
                (select string_agg(n.slug, ' ' order by l.position)
                    from entry_network l join readable n on n.id = l.network_id
                    where l.entry_id = e.id) as networks,
                (select string_agg(n.slug, ' ' order by l.position)
                    from entry_country l join readable n on n.id = l.country_id
                    where l.entry_id = e.id) as countries,
                t.start_date, t.start_time, t.end_date, t.end_time, t.zone, t.precision_code, t.state, t.mode, t.sequence
            from page
            join entry e on e.id = page.id
            join edition d on d.entry_id = page.id and d.language = page.language
            left join event t on t.entry_id = page.id
            order by page.place"
        )
    };
}

/// Of the year `$8`, where it is given: that of this day, and of a set of figures each year of which one of them speaks.
macro_rules! of_year {
    ($day:literal) => {
        concat!(
            "($8 is null or case e.kind
                when 'dataset' then exists (
                    select 1 from figure f
                    where f.entry_id = e.id
                      and substr(f.year, 1, 4) <= $8 and substr(f.year, length(f.year) - 3) >= $8)
                else substr(",
            $day,
            ", 1, 4) = $8 end)"
        )
    };
}

/// Of the network `$5` and of the country `$6`, where they are given.
macro_rules! linked {
    () => {
        "($5 is null or exists (
            select 1 from entry_network l join readable n on n.id = l.network_id
            where l.entry_id = e.id and n.slug = $5))
        and ($6 is null or exists (
            select 1 from entry_country l join readable n on n.id = l.country_id
            where l.entry_id = e.id and n.slug = $6))"
    };
}
