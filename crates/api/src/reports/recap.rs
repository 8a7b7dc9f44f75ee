//! The city's recap as a document.

use super::files::logo_assets;
use super::{assemble, trend};
use crate::results::recap::{city_changes, city_recap};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use documents::{Assets, DocumentError, Edition};
use domain::Period;
use domain::report::RecapDocument;
use store::city::ROOT;
use store::offices::find_profile;
use store::units::find_unit;
use store::{Conn, StoreResult, Versions};

/// A format that the recap comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecapFormat {
    /// To be read and signed.
    Pdf,
    /// To be computed with.
    Xlsx,
}

impl RecapFormat {
    /// The format of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "pdf" => Some(Self::Pdf),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// Its content type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Pdf => super::files::Format::Pdf.content_type(),
            Self::Xlsx => super::files::Format::Xlsx.content_type(),
        }
    }

    /// What a download is called.
    pub fn file_name(self, period: Period) -> String {
        let period = period.to_string().replace("..", "-sd-");
        match self {
            Self::Pdf => format!("rekap-skm-{period}.pdf"),
            Self::Xlsx => format!("rekap-skm-{period}.xlsx"),
        }
    }

    /// Makes the file.
    ///
    /// # Errors
    /// When the document cannot be made: a fault of the program.
    pub fn render(self, document: &RecapDocument, assets: &Assets) -> Result<Vec<u8>, DocumentError> {
        match self {
            // It follows the answers: no address leads to it.
            Self::Pdf => documents::recap_pdf(document, &Edition::Submitted, assets),
            Self::Xlsx => documents::recap_xlsx(document),
        }
    }
}

/// Computes the recap with what is printed around it.
///
/// # Errors
/// When the database fails.
pub fn recap_document(
    conn: &mut Conn<'_>,
    versions: &Versions,
    period: Period,
    zone: Tz,
    now: DateTime<Utc>,
) -> StoreResult<(RecapDocument, Assets)> {
    let city = find_unit(conn, ROOT)?;
    let settings = store::settings::settings_for(conn, period.last())?;
    let template = assemble::template_in_force(conn, &settings.city_name)?;
    let office = find_profile(conn, city.id)?.body;
    let document = RecapDocument {
        id: format!("{}-{period}", city.code),
        brand_color: settings.own_brand_color(),
        city_name: settings.city_name,
        profile: assemble::letterhead(conn, &city, office, &template)?,
        dated: now.with_timezone(&zone).date_naive().to_string(),
        recap: city_recap(conn, versions, period, false)?,
        trends: trend::city_trends(conn, versions, city.id, (period, trend::MONTHS))?,
        changes: city_changes(conn, versions, period)?,
    };
    let assets = logo_assets(conn, &document.profile)?;
    Ok((document, assets))
}
