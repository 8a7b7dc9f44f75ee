//! What a report prints of a unit besides its name.

pub mod delete_unit_logo;
pub mod get_unit_logo;
pub mod get_unit_profile;
pub mod put_unit_logo;
pub mod put_unit_profile;

use crate::clock::rfc3339;
use domain::preparation::OfficeProfile;
use store::offices::Edited;
use store::pictures::PictureHash;

fn body(unit: String, profile: Edited<OfficeProfile>, logo: Option<PictureHash>) -> contract::Office {
    let (changed_by, changed_at) = profile.changed.map(|(who, at)| (who, rfc3339(at))).unzip();
    contract::Office { unit, profile: profile.body, logo: logo.map(hex::encode), changed_by, changed_at }
}
