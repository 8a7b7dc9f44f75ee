//! Outlines as data: which chapters, sections, tables and charts a report has, and in which order.
//!
//! The city edits titles, fixed texts and order as JSON; what a table or chart holds is the program's.

use serde::{Deserialize, Serialize};

/// The outline of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Outline {
    /// Its code: `lima-bab`, `empat-bab`, or the city's own.
    #[cfg_attr(feature = "schema", schema(example = "lima-bab"))]
    pub code: String,
    /// What a list calls it.
    #[cfg_attr(feature = "schema", schema(example = "Lima bab"))]
    pub name: String,
    /// Title on the cover; `{…}` are filled as in fixed texts.
    #[cfg_attr(feature = "schema", schema(example = "Laporan Pelaksanaan Survei Kepuasan Masyarakat (SKM)"))]
    pub title: String,
    /// Kata Pengantar before the contents; empty for none.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(example = json!(["Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa."])))]
    pub preface: Vec<String>,
    /// Lembar Pengesahan before the contents.
    #[serde(default)]
    pub approval_sheet: bool,
    /// The chapters.
    pub chapters: Vec<Chapter>,
    /// The annexes.
    pub annexes: Vec<Annex>,
}

/// A chapter (BAB).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// Its title: "Pendahuluan".
    #[cfg_attr(feature = "schema", schema(example = "Pendahuluan"))]
    pub title: String,
    /// What stands before its first section, or all of it.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// Its sections.
    #[serde(default)]
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its title: "Latar Belakang".
    #[cfg_attr(feature = "schema", schema(example = "Latar Belakang"))]
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// An annex (lampiran).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Annex {
    /// Its title.
    #[cfg_attr(feature = "schema", schema(example = "Kuesioner"))]
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Words of the city, the same in every report, with `{…}` for names and figures.
    Fixed {
        /// The slot under which an operator may change them for one report.
        #[cfg_attr(feature = "schema", schema(example = "latar-belakang"))]
        slot: String,
        /// The paragraphs.
        #[cfg_attr(feature = "schema", schema(example = json!(["{unit} melayani masyarakat dengan sepenuh hati."])))]
        paragraphs: Vec<String>,
    },
    /// Words that write themselves from the figures; the slot says which.
    Automatic(String),
    /// A table.
    Table(TableKind),
    /// A chart.
    Chart(ChartKind),
    /// A list.
    List(ListKind),
}

macro_rules! kinds {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$variant_doc])* $variant),* }

        impl $name {
            /// Each of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
        }
    };
}

kinds! {
    /// The tables a report can have.
    TableKind {
        /// No, Kegiatan, Waktu Pelaksanaan, Jumlah Hari Kerja.
        Activities,
        /// Population, required sample, respondents.
        Sample,
        /// Section 2.6.
        CollectionQuality,
        /// No, Karakteristik, Indikator, Jumlah, Persentase.
        Characteristics,
        /// Nilai Persepsi, NI, NIK, Mutu, Kinerja.
        Grades,
        /// Every index with value, grade, margin and n.
        Indices,
        /// The elements of the IKM with mean, value and grade.
        IkmElements,
        /// The elements of the IPKP.
        IpkpElements,
        /// The elements of the IPAK.
        IpakElements,
        /// How often each score was given, per element of the IKM.
        Distribution,
        /// The same of the IPKP.
        IpkpDistribution,
        /// The same of the IPAK.
        IpakDistribution,
        /// Services ranked by their IKM, with n and grade.
        Services,
        /// Services ranked by their IPKP.
        IpkpServices,
        /// Services ranked by their IPAK.
        IpakServices,
        /// No, Jenis Layanan, Jumlah Responden, the nine, IKM, with "Rerata IKM per unsur".
        ServiceElements,
        /// Elements of the IKM ranked, with possible gain.
        Ranking,
        /// Elements of the IPKP ranked.
        IpkpRanking,
        /// Elements of the IPAK ranked.
        IpakRanking,
        /// No, Prioritas Unsur, Program/Kegiatan, TW I–IV, Penanggung Jawab.
        Plan,
        /// The same plan as the four-chapter form has it: No, Unsur, Rencana Tindak Lanjut, Waktu, Penanggung Jawab.
        PlanList,
        /// The last plan and what became of it.
        LastPlan,
        /// The last plan in full, as its annex has it.
        FollowUpReport,
        /// The index of every period.
        Trend,
        /// The questionnaire.
        Questionnaire,
        /// Respondents × elements.
        Processed,
        /// Method, weight, grouping, reliability.
        Method,
    }
}

kinds! {
    /// The charts a report can have.
    ChartKind {
        /// Elements of the IKM, the lowest marked.
        IkmElements,
        /// Elements of the IPKP.
        IpkpElements,
        /// Elements of the IPAK.
        IpakElements,
        /// How often each score was given.
        Distribution,
        /// The IKM from period to period.
        Trend,
        /// The IPKP from period to period.
        IpkpTrend,
        /// The IPAK from period to period.
        IpakTrend,
        /// Services by their IKM.
        Services,
    }
}

kinds! {
    /// The lists a report can have.
    ListKind {
        /// Laws and rules.
        LegalBasis,
        /// Released comments.
        Comments,
        /// Where the results were published.
        PublishedAt,
        /// The photos.
        Photos,
    }
}
