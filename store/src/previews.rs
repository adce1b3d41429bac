//! Links to previews.

use async_trait::async_trait;
use domain::account::Staff;
use domain::audit::Deed;
use domain::entry::Kind;
use domain::preview::{Audience, PreviewLink, Previews, Shared};
use domain::token::TokenHash;
use domain::{Error, Slug};
use jiff::Timestamp;
use sqlx::FromRow;

use crate::address::hold;
use crate::audit::{Entry, note};
use crate::db::{Db, execute, on};
use crate::fault::fault;
use crate::stored::{instant, stored};

const SHARE: &str = "
    insert into preview_link (entry_id, account_id, token, audience, created_at, expires_at)
    values ($1, $2, $3, $4, $5, $6)";

const LINKS: &str = "
    select l.id, l.audience, a.name, l.created_at, l.expires_at
    from preview_link l join entry e on e.id = l.entry_id join account a on a.id = l.account_id
    where e.kind = $1 and e.slug = $2 and l.ended_at is null and l.expires_at > $3
    order by l.expires_at, l.id";

const TAKE_BACK: &str = "
    update preview_link set ended_at = $3
    where id = $1 and entry_id = $2 and ended_at is null and expires_at > $3";

const SHARED: &str = "
    select e.kind, e.slug, e.deleted_at, l.audience, l.account_id, l.expires_at, l.ended_at
    from preview_link l join entry e on e.id = l.entry_id
    where l.token = $1";

#[derive(FromRow)]
struct LinkRow {
    id: i64,
    audience: String,
    name: String,
    created_at: i64,
    expires_at: i64,
}

#[derive(FromRow)]
struct SharedRow {
    kind: String,
    slug: String,
    deleted_at: Option<i64>,
    audience: String,
    account_id: i64,
    expires_at: i64,
    ended_at: Option<i64>,
}

fn audience(code: String) -> Result<Audience, Error> {
    stored("preview_link.audience", Audience::from_code(&code).ok_or(code))
}

#[async_trait]
impl Previews for Db {
    async fn share(
        &self,
        staff: &Staff,
        (kind, slug): (Kind, &Slug),
        audience: Audience,
        token: &TokenHash,
        expires: Timestamp,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (staff, slug, token) = (staff.clone(), slug.clone(), token.clone());
        self.write_unseen(move |tx| {
            Box::pin(async move {
                let held = hold(tx, kind, &slug).await?;
                if held.deleted_at.is_some() {
                    return Err(Error::Gone);
                }
                execute!(
                    tx,
                    SHARE,
                    held.id,
                    staff.account().id,
                    token.as_str(),
                    audience.code(),
                    now.as_microsecond(),
                    expires.as_microsecond()
                )
                .map_err(fault)?;
                let (subject, after) = (format!("{kind}/{slug}"), format!("{}, {expires}", audience.code()));
                let entry = Entry { deed: Deed::Preview, subject: &subject, before: "", after: &after };
                note(tx, &staff, entry, now).await
            })
        })
        .await
    }

    async fn preview_links(
        &self,
        _staff: &Staff,
        kind: Kind,
        slug: &Slug,
        now: Timestamp,
    ) -> Result<Vec<PreviewLink>, Error> {
        let rows: Vec<LinkRow> = on!(self, |pool| sqlx::query_as(LINKS)
            .bind(kind.code())
            .bind(slug.as_str())
            .bind(now.as_microsecond())
            .fetch_all(pool)
            .await)
        .map_err(fault)?;
        rows.into_iter()
            .map(|row| {
                Ok(PreviewLink {
                    id: row.id,
                    audience: audience(row.audience)?,
                    made_by: row.name,
                    made: instant("preview_link.created_at", row.created_at)?,
                    expires: instant("preview_link.expires_at", row.expires_at)?,
                })
            })
            .collect()
    }

    async fn take_back(&self, staff: &Staff, kind: Kind, slug: &Slug, link: i64, now: Timestamp) -> Result<(), Error> {
        let (staff, slug) = (staff.clone(), slug.clone());
        self.write_unseen(move |tx| {
            Box::pin(async move {
                let held = hold(tx, kind, &slug).await?;
                let ended = execute!(tx, TAKE_BACK, link, held.id, now.as_microsecond()).map_err(fault)?;
                if ended == 0 {
                    return Ok(());
                }
                let (subject, before) = (format!("{kind}/{slug}"), link.to_string());
                let entry = Entry { deed: Deed::Preview, subject: &subject, before: &before, after: "" };
                note(tx, &staff, entry, now).await
            })
        })
        .await
    }

    async fn shared(&self, token: &TokenHash, now: Timestamp) -> Result<Shared, Error> {
        let row: Option<SharedRow> =
            on!(self, |pool| sqlx::query_as(SHARED).bind(token.as_str()).fetch_optional(pool).await).map_err(fault)?;
        let row = row.ok_or(Error::NotFound)?;
        let expires = instant("preview_link.expires_at", row.expires_at)?;
        if expires <= now || row.ended_at.is_some() || row.deleted_at.is_some() {
            return Err(Error::Gone);
        }
        Ok(Shared {
            kind: stored("entry.kind", row.kind.parse())?,
            slug: stored("entry.slug", row.slug.parse())?,
            audience: audience(row.audience)?,
            account: row.account_id,
            expires,
        })
    }
}
