//! The one document that every rendering is made from.

use super::{
    Activity, CityFigures, CollectionQuality, ElementAlpha, LastPlan, Outline, PlanRow, ProcessedSheet, ReportTrend,
    SectionText, ServiceElements, UnitProfile,
};
use crate::UnitKind;
use crate::figures::Figures;
use crate::settings::FreeServiceFee;
use serde::{Deserialize, Serialize};

/// The version of [`ReportDocument`]'s form. A released form stays readable: fields are added, never renamed.
pub const SCHEMA_VERSION: u16 = 1;

/// A report with everything that any of its renderings prints. Decimals are texts, so no number in it is binary.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReportDocument {
    /// [`SCHEMA_VERSION`] when it was made.
    #[cfg_attr(feature = "schema", schema(example = 1))]
    pub schema_version: u16,
    /// Whose report, of when.
    pub identity: ReportIdentity,
    /// Letterhead and signature.
    pub profile: UnitProfile,
    /// Order and titles of its parts, and the city's fixed texts.
    pub outline: Outline,
    /// Every index of the period with weight, grouping, sample and characteristics.
    pub figures: Figures,
    /// The IKM of each service with its elements.
    pub services: Vec<ServiceElements>,
    /// One series an index, imported points included.
    pub trends: Vec<ReportTrend>,
    /// Cronbach's alpha of each index that has one.
    pub alphas: Vec<ElementAlpha>,
    /// How the fee was asked at the services that cost nothing; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub free_service_fee: Option<FreeServiceFee>,
    /// With fewer respondents than this, what everybody may see shows no value and no grade; absent in documents of the
    /// program before, whose posters show them all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = 10))]
    pub public_minimum_n: Option<u32>,
    /// The city's colour; absent where it has none but the program's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = "#1d4ed8"))]
    pub brand_color: Option<String>,
    /// The units behind the report of the city; absent for a unit or service, and in documents of the program before, whose
    /// indices are the pooled ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub city: Option<CityFigures>,
    /// Section 2.6, what tallies do not hold of it.
    pub quality: CollectionQuality,
    /// What was done when (section 2.4).
    pub activities: Vec<Activity>,
    /// Day of the Forum Konsultasi Publik, `2026-09-18`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = "2026-09-18"))]
    pub forum_on: Option<String>,
    /// Where the results were published: "Papan pengumuman kantor", an address.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(example = json!(["Papan pengumuman kantor"])))]
    pub published_at: Vec<String>,
    /// Titles of laws and rules in their order.
    #[cfg_attr(feature = "schema", schema(example = json!(["Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"])))]
    pub legal_basis: Vec<String>,
    /// The follow-up plan, lowest element first.
    pub plan: Vec<PlanRow>,
    /// The plan of the last report and its state; absent for a first report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub last_plan: Option<LastPlan>,
    /// Most frequent words of the comments.
    pub words: Vec<WordCount>,
    /// Comments that were given.
    #[cfg_attr(feature = "schema", schema(example = 37))]
    pub comments_n: i64,
    /// Comments that the operator released, names already replaced by "[…]".
    pub comments: Vec<ChosenComment>,
    /// Documentation.
    pub photos: Vec<ReportPhoto>,
    /// The paragraphs as they are printed, one entry a slot of the outline that has any.
    pub texts: Vec<SectionText>,
    /// Questionnaires and processed answers, one entry a questionnaire version.
    pub sheets: Vec<ProcessedSheet>,
}

/// Printed answers from which a report takes some 200 MB while it is typeset.
const LONG: usize = 20_000;

impl ReportDocument {
    /// Whether its sheets are so long that it is typeset alone.
    pub fn is_long(&self) -> bool {
        self.sheets.iter().map(ProcessedSheet::printed_answers).sum::<usize>() > LONG
    }

    /// A report of these figures in which nothing is filled in yet.
    pub fn new(identity: ReportIdentity, profile: UnitProfile, outline: Outline, figures: Figures) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            identity,
            profile,
            outline,
            figures,
            services: Vec::new(),
            trends: Vec::new(),
            alphas: Vec::new(),
            free_service_fee: None,
            public_minimum_n: None,
            brand_color: None,
            city: None,
            quality: CollectionQuality::default(),
            activities: Vec::new(),
            forum_on: None,
            published_at: Vec::new(),
            legal_basis: Vec::new(),
            plan: Vec::new(),
            last_plan: None,
            words: Vec::new(),
            comments_n: 0,
            comments: Vec::new(),
            photos: Vec::new(),
            texts: Vec::new(),
            sheets: Vec::new(),
        }
    }

    /// Whether so many respondents are too few for everybody to see their value and grade.
    pub fn hides(&self, n: i64) -> bool {
        self.public_minimum_n.is_some_and(|least| n < i64::from(least))
    }
}

/// Whose report it is, of when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReportIdentity {
    /// The report's id (UUIDv7); a revision has its own.
    #[cfg_attr(feature = "schema", schema(example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d"))]
    pub report_id: String,
    /// 1 for the first, then counted up: 2 is printed as "Revisi 1".
    #[cfg_attr(feature = "schema", schema(example = 1))]
    pub revision: u32,
    /// The report that this revision takes the place of; absent for a first report, and in documents of the program before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub replaces: Option<ReplacedReport>,
    /// Of a unit, one of its services, or the city.
    pub scope: ReportScope,
    /// The unit's code; the root's for the city.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub unit_code: String,
    /// The unit's name.
    #[cfg_attr(feature = "schema", schema(example = "Kelurahan Kuin Utara"))]
    pub unit_name: String,
    /// What kind of office it is.
    pub unit_kind: UnitKind,
    /// The city: "Kota Banjarmasin".
    #[cfg_attr(feature = "schema", schema(example = "Kota Banjarmasin"))]
    pub city_name: String,
    /// The day it bears, in the city's time: `2026-10-05`. Of a draft the day it was made.
    #[cfg_attr(feature = "schema", schema(example = "2026-10-05"))]
    pub dated: String,
    /// The first day of the survey that has an answer, `2026-07-01`; the period's first day where that is not told.
    #[cfg_attr(feature = "schema", schema(example = "2026-07-01"))]
    pub first_day: String,
    /// The last day likewise.
    #[cfg_attr(feature = "schema", schema(example = "2026-09-30"))]
    pub last_day: String,
    /// How many services the unit gives.
    #[cfg_attr(feature = "schema", schema(example = 6))]
    pub services_given: i64,
}

impl ReportIdentity {
    /// The number a revision is known by; `None` for the first document, which is none.
    pub fn revision_number(&self) -> Option<u32> {
        revision_number(self.revision)
    }
}

/// The number that a document is known by which is the `nth` of its subject and period: the second is revision 1; `None` for
/// the first, which is no revision.
pub fn revision_number(nth: u32) -> Option<u32> {
    nth.checked_sub(1).filter(|number| *number > 0)
}

/// The report before a revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReplacedReport {
    /// Its short code: its page is `/l/CODE`.
    #[cfg_attr(feature = "schema", schema(example = "k7m2p9qx"))]
    pub code: String,
    /// The day it bears.
    #[cfg_attr(feature = "schema", schema(example = "2026-10-05"))]
    pub dated: String,
}

/// What the figures are of. The period stands in [`Figures`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReportScope {
    /// A unit with all its services.
    Unit,
    /// One service.
    Service {
        /// Its code.
        #[cfg_attr(feature = "schema", schema(example = "surat-pengantar"))]
        code: String,
        /// Its name.
        #[cfg_attr(feature = "schema", schema(example = "Surat pengantar"))]
        name: String,
    },
    /// The whole city.
    City,
}

/// A word of the comments and how many comments have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct WordCount {
    /// The word.
    #[cfg_attr(feature = "schema", schema(example = "antrean"))]
    pub word: String,
    /// Comments with it.
    #[cfg_attr(feature = "schema", schema(example = 12))]
    pub n: i64,
}

/// A comment that a person released for the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChosenComment {
    /// The month it was given, `2026-08`; never a day.
    #[cfg_attr(feature = "schema", schema(example = "2026-08"))]
    pub month: String,
    /// Its text, names, numbers and addresses replaced by "[…]".
    #[cfg_attr(feature = "schema", schema(example = "Loketnya ditambah, antrean pagi panjang."))]
    pub text: String,
}

/// A photo of the documentation; its bytes are kept under their hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReportPhoto {
    /// SHA-256 of the re-encoded JPEG or PNG, in hex.
    #[cfg_attr(
        feature = "schema",
        schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    )]
    pub sha256: String,
    /// What it shows; also its text for who cannot see it.
    #[cfg_attr(feature = "schema", schema(example = "Forum Konsultasi Publik, 18 September 2026"))]
    pub caption: String,
}
