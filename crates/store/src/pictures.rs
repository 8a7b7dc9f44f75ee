//! Logos and photos: bytes under their hash, and where they are shown.
//!
//! Bytes stay while something shows them, or a report names them by their hash; then they are deleted, after a day.

mod unnamed;

pub use unnamed::{delete_unnamed, list_unnamed};

use crate::connection::{Conn, WriteConn, on_each};
use crate::error::{StoreError, StoreResult};
use crate::schema::{logos, photos, pictures, units};
use crate::time;
use crate::units::stored_code;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::{Code, Month, Period};
use sha2::{Digest, Sha256};

/// The SHA-256 of a picture's bytes.
pub type PictureHash = [u8; 32];

/// Photos that one unit may show for one period.
pub const MOST_PHOTOS: usize = 24;

/// A picture as it is kept: re-encoded, without what a camera wrote beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// `image/png` or `image/jpeg`.
    pub content_type: String,
    /// In pixels.
    pub width: i32,
    /// In pixels.
    pub height: i32,
    /// The bytes.
    pub content: Vec<u8>,
}

impl Picture {
    /// The hash it is kept under.
    pub fn hash(&self) -> PictureHash {
        Sha256::digest(&self.content).into()
    }
}

/// A photo that a unit shows for a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// Its key; grows with every photo.
    pub id: i32,
    /// The unit: key and code.
    pub unit: (i32, Code),
    /// The period.
    pub period: Period,
    /// Its bytes.
    pub picture: PictureHash,
    /// In pixels.
    pub size: (i32, i32),
    /// What it shows.
    pub caption: String,
    /// Who added it.
    pub added_by: String,
    /// When.
    pub added_at: DateTime<Utc>,
}

/// A photo to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPhoto {
    /// The unit.
    pub unit_id: i32,
    /// The period.
    pub period: Period,
    /// What it shows.
    pub caption: String,
    /// Who adds it.
    pub added_by: String,
}

fn hash_of(bytes: &[u8]) -> StoreResult<PictureHash> {
    bytes.try_into().map_err(|_| StoreError::Damaged("the hash of a picture".to_owned()))
}

/// Keeps a picture; the same bytes are kept once, and are new again.
fn keep(conn: &mut WriteConn<'_>, picture: &Picture, now: DateTime<Utc>) -> StoreResult<PictureHash> {
    let hash = picture.hash();
    let values = (
        pictures::hash.eq(hash.as_slice()),
        pictures::content_type.eq(&picture.content_type),
        pictures::width.eq(picture.width),
        pictures::height.eq(picture.height),
        pictures::content.eq(&picture.content),
        pictures::stored_at.eq(time::stored(now)),
    );
    on_each!(conn.raw(), c => diesel::insert_into(pictures::table)
        .values(values)
        .on_conflict(pictures::hash)
        .do_update()
        .set(pictures::stored_at.eq(time::stored(now)))
        .execute(c))?;
    Ok(hash)
}

/// The picture of a hash.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn find_picture(conn: &mut Conn<'_>, hash: &[u8]) -> StoreResult<Picture> {
    let (content_type, width, height, content) = pictures::table
        .find(hash)
        .select((pictures::content_type, pictures::width, pictures::height, pictures::content))
        .first(conn.0)
        .map_err(StoreError::missing("picture"))?;
    Ok(Picture { content_type, width, height, content })
}

/// The logo of a unit.
///
/// # Errors
/// When the database fails.
pub fn find_logo(conn: &mut Conn<'_>, unit_id: i32) -> StoreResult<Option<PictureHash>> {
    let hash: Option<Vec<u8>> = logos::table.find(unit_id).select(logos::picture_hash).first(conn.0).optional()?;
    hash.map(|hash| hash_of(&hash)).transpose()
}

/// Gives a unit a logo, or takes it away.
///
/// # Errors
/// When the database fails.
pub fn put_logo(
    conn: &mut WriteConn<'_>,
    unit_id: i32,
    picture: Option<&Picture>,
    actor: &str,
    now: DateTime<Utc>,
) -> StoreResult<Option<PictureHash>> {
    diesel::delete(logos::table.find(unit_id)).execute(conn.raw())?;
    let Some(picture) = picture else { return Ok(None) };
    let hash = keep(conn, picture, now)?;
    let values = (
        logos::unit_id.eq(unit_id),
        logos::picture_hash.eq(hash.as_slice()),
        logos::changed_by.eq(actor),
        logos::changed_at.eq(time::stored(now)),
    );
    diesel::insert_into(logos::table).values(values).execute(conn.raw()).map_err(StoreError::taken("logo"))?;
    Ok(Some(hash))
}

type PhotoRow = (i32, i32, String, i32, i32, Vec<u8>, String, String, NaiveDateTime, i32, i32);

fn photo_of(row: PhotoRow) -> StoreResult<Photo> {
    let (id, unit_id, unit, from, to, hash, caption, added_by, added_at, width, height) = row;
    let period = Period::new(Month::from_number(from), Month::from_number(to));
    Ok(Photo {
        id,
        unit: (unit_id, stored_code(unit)?),
        period: period.map_err(|error| StoreError::Damaged(error.to_string()))?,
        picture: hash_of(&hash)?,
        size: (width, height),
        caption,
        added_by,
        added_at: time::read(added_at),
    })
}

macro_rules! select_photos {
    () => {
        photos::table.inner_join(pictures::table).inner_join(units::table).select((
            photos::id,
            photos::unit_id,
            units::code,
            photos::from_month,
            photos::to_month,
            photos::picture_hash,
            photos::caption,
            photos::added_by,
            photos::added_at,
            pictures::width,
            pictures::height,
        ))
    };
}

/// The photos of a unit and a period, in the order in which they were added.
///
/// # Errors
/// When the database fails.
pub fn list_photos(conn: &mut Conn<'_>, unit_id: i32, period: Period) -> StoreResult<Vec<Photo>> {
    let rows: Vec<PhotoRow> = select_photos!()
        .filter(photos::unit_id.eq(unit_id))
        .filter(photos::from_month.eq(period.first().number()))
        .filter(photos::to_month.eq(period.last().number()))
        .order(photos::id)
        .load(conn.0)?;
    rows.into_iter().map(photo_of).collect()
}

/// One photo.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn find_photo(conn: &mut Conn<'_>, id: i32) -> StoreResult<Photo> {
    photo_of(select_photos!().filter(photos::id.eq(id)).first(conn.0).map_err(StoreError::missing("photo"))?)
}

/// Shows a photo for a unit and a period; the same bytes again only change the caption.
///
/// # Errors
/// [`StoreError::Refused`] when the unit shows enough for that period.
pub fn add_photo(
    conn: &mut WriteConn<'_>,
    new: &NewPhoto,
    picture: &Picture,
    now: DateTime<Utc>,
) -> StoreResult<Photo> {
    let shown = list_photos(conn, new.unit_id, new.period)?;
    let hash = keep(conn, picture, now)?;
    if let Some(same) = shown.iter().find(|photo| photo.picture == hash) {
        diesel::update(photos::table.find(same.id)).set(photos::caption.eq(&new.caption)).execute(conn.raw())?;
        return find_photo(conn, same.id);
    }
    if shown.len() >= MOST_PHOTOS {
        let reason = format!("a unit shows at most {MOST_PHOTOS} photos for a period: delete one first");
        return Err(StoreError::Refused(reason));
    }
    let values = (
        photos::unit_id.eq(new.unit_id),
        photos::from_month.eq(new.period.first().number()),
        photos::to_month.eq(new.period.last().number()),
        photos::picture_hash.eq(hash.as_slice()),
        photos::caption.eq(&new.caption),
        photos::added_by.eq(&new.added_by),
        photos::added_at.eq(time::stored(now)),
    );
    let id: i32 = diesel::insert_into(photos::table).values(values).returning(photos::id).get_result(conn.raw())?;
    find_photo(conn, id)
}

/// Shows a photo no longer.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn delete_photo(conn: &mut WriteConn<'_>, id: i32) -> StoreResult<()> {
    match diesel::delete(photos::table.find(id)).execute(conn.raw())? {
        0 => Err(StoreError::NotFound("photo")),
        _ => Ok(()),
    }
}
