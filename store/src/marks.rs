//! What members follow and keep.

use async_trait::async_trait;
use domain::account::Member;
use domain::entry::Kind;
use domain::mark::{Followed, Following, Kept, Notices};
use domain::ports::Marks;
use domain::{Error, Slug};
use jiff::Timestamp;
use sqlx::FromRow;

use crate::db::{Db, Tx, execute, on};
use crate::fault::fault;
use crate::stored::{instant, stored};

/// An entry that can be marked.
const TARGET: &str = "select id from entry where kind = $1 and slug = $2 and deleted_at is null";

/// Only members count: who has asked for an account has named networks too.
const FOLLOWERS: &str = "
    select count(*) from account_network l join account a on a.id = l.account_id
    where l.network_id = $1 and a.standing = 'approved'";

const OWN: &str = "select notices from account_network where network_id = $1 and account_id = $2";

const FOLLOW: &str = "
    insert into account_network (account_id, network_id, position, notices)
    values ($1, $2, (select coalesce(max(position) + 1, 0) from account_network where account_id = $1), $3)
    on conflict (account_id, network_id) do update set notices = $3";

const UNFOLLOW: &str = "delete from account_network where account_id = $1 and network_id = $2";

const FOLLOWED: &str = "
    select e.slug, l.notices from account_network l join entry e on e.id = l.network_id
    where l.account_id = $1 and e.deleted_at is null
    order by l.position, e.id";

const KEEP: &str = "
    insert into kept_entry (account_id, entry_id, kept_at) values ($1, $2, $3)
    on conflict (account_id, entry_id) do nothing";

const LEAVE: &str = "delete from kept_entry where account_id = $1 and entry_id = $2";

const KEPT: &str = "
    select e.kind, e.slug, k.labels, k.note, k.kept_at from kept_entry k join entry e on e.id = k.entry_id
    where k.account_id = $1 and e.deleted_at is null
    order by k.kept_at desc, e.id desc";

const DESCRIBE: &str = "update kept_entry set labels = $3, note = $4 where account_id = $1 and entry_id = $2";

const KEEPS: &str = "
    select 1 from kept_entry k join entry e on e.id = k.entry_id
    where k.account_id = $1 and e.kind = $2 and e.slug = $3";

#[derive(FromRow)]
struct KeptRow {
    kind: String,
    slug: String,
    /// A line each.
    labels: String,
    note: String,
    kept_at: i64,
}

impl KeptRow {
    fn kept(self) -> Result<Kept, Error> {
        Ok(Kept {
            kind: stored("entry.kind", self.kind.parse())?,
            slug: stored("entry.slug", self.slug.parse())?,
            labels: self.labels.lines().map(str::to_owned).collect(),
            note: self.note,
            since: instant("kept_entry.kept_at", self.kept_at)?,
        })
    }
}

#[async_trait]
impl Marks for Db {
    async fn following(&self, network: &Slug, account: Option<i64>) -> Result<Following, Error> {
        let network = network.clone();
        self.read(move |tx| Box::pin(async move { following(tx, &network, account).await })).await
    }

    async fn follow(&self, member: &Member, network: &Slug, notices: Option<Notices>) -> Result<(), Error> {
        let (account, network) = (member.account().id, network.clone());
        self.write(move |tx| {
            Box::pin(async move {
                let network = target(tx, Kind::Network, &network).await?;
                match notices {
                    Some(notices) => execute!(tx, FOLLOW, account, network, notices.code()),
                    None => execute!(tx, UNFOLLOW, account, network),
                }
                .map(drop)
                .map_err(fault)
            })
        })
        .await
    }

    async fn followed(&self, account: i64) -> Result<Vec<Followed>, Error> {
        let rows: Vec<(String, String)> =
            on!(self, |pool| sqlx::query_as(FOLLOWED).bind(account).fetch_all(pool).await).map_err(fault)?;
        rows.into_iter()
            .map(|(slug, code)| Ok(Followed { network: stored("entry.slug", slug.parse())?, notices: notices(code)? }))
            .collect()
    }

    async fn keeps(&self, account: i64, kind: Kind, slug: &Slug) -> Result<bool, Error> {
        on!(self, |pool| sqlx::query(KEEPS)
            .bind(account)
            .bind(kind.code())
            .bind(slug.as_str())
            .fetch_optional(pool)
            .await
            .map(|row| row.is_some()))
        .map_err(fault)
    }

    async fn keep(&self, member: &Member, kind: Kind, slug: &Slug, kept: bool, now: Timestamp) -> Result<(), Error> {
        let (account, slug) = (member.account().id, slug.clone());
        self.write(move |tx| {
            Box::pin(async move {
                let entry = target(tx, kind, &slug).await?;
                if kept {
                    execute!(tx, KEEP, account, entry, now.as_microsecond())
                } else {
                    execute!(tx, LEAVE, account, entry)
                }
                .map(drop)
                .map_err(fault)
            })
        })
        .await
    }

    async fn describe(
        &self,
        member: &Member,
        kind: Kind,
        slug: &Slug,
        labels: &[String],
        note: &str,
    ) -> Result<(), Error> {
        let (account, slug, labels, note) = (member.account().id, slug.clone(), labels.join("\n"), note.to_owned());
        self.write(move |tx| {
            Box::pin(async move {
                let entry = target(tx, kind, &slug).await?;
                let described = execute!(tx, DESCRIBE, account, entry, labels, note).map_err(fault)?;
                if described == 0 { Err(Error::NotFound) } else { Ok(()) }
            })
        })
        .await
    }

    async fn kept(&self, account: i64) -> Result<Vec<Kept>, Error> {
        let rows: Vec<KeptRow> =
            on!(self, |pool| sqlx::query_as(KEPT).bind(account).fetch_all(pool).await).map_err(fault)?;
        rows.into_iter().map(KeptRow::kept).collect()
    }
}

async fn following(tx: &mut Tx, network: &Slug, account: Option<i64>) -> Result<Following, Error> {
    let network = target(tx, Kind::Network, network).await?;
    let followers: i64 =
        on!(tx, |connection| sqlx::query_scalar(FOLLOWERS).bind(network).fetch_one(connection).await).map_err(fault)?;
    let own: Option<String> = match account {
        Some(account) => {
            on!(tx, |connection| sqlx::query_scalar(OWN).bind(network).bind(account).fetch_optional(connection).await)
                .map_err(fault)?
        }
        None => None,
    };
    Ok(Following { own: own.map(notices).transpose()?, followers: u32::try_from(followers).unwrap_or(u32::MAX) })
}

async fn target(tx: &mut Tx, kind: Kind, slug: &Slug) -> Result<i64, Error> {
    let id: Option<i64> = on!(tx, |connection| sqlx::query_scalar(TARGET)
        .bind(kind.code())
        .bind(slug.as_str())
        .fetch_optional(connection)
        .await)
    .map_err(fault)?;
    id.ok_or(Error::NotFound)
}

fn notices(code: String) -> Result<Notices, Error> {
    stored("account_network.notices", Notices::from_code(&code).ok_or(code))
}
