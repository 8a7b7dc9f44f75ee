//! The rules of the public satisfaction survey: questionnaires, answers, tallies and the figures that follow from them.
//!
//! Pure: no I/O, no clock, no database. The same code runs in the server and, compiled to WASM, in the browser.
//!
//! # Glossary
//! The code is in English; on screens and in documents the official Indonesian term stands, exactly as the guideline has it.
//!
//! | code | official term | meaning |
//! |---|---|---|
//! | `Element` | unsur | one of the things an index is made of (U1–U9, KP1–KP8, AK1–AK5) |
//! | `Item` | pertanyaan, butir | one question of a questionnaire; feeds one or more elements |
//! | `Grouping` | pengelompokan butir | which items feed which elements, per index |
//! | `IndexKind::Ikm` | Indeks Kepuasan Masyarakat | satisfaction, from the SKM (Survei Kepuasan Masyarakat) |
//! | `IndexKind::Ipkp` | Indeks Persepsi Kualitas Pelayanan | perceived quality of service |
//! | `IndexKind::Ipak` | Indeks Persepsi Anti Korupsi | perceived absence of corruption |
//! | element mean | NRR, nilai rata-rata | sum of scores ÷ answered items of an element |
//! | `Weight` | bobot, NRR tertimbang | 1 ÷ number of elements |
//! | converted | IKM unit pelayanan, NIK | index × 25, from 25 to 100 |
//! | `Grade` | mutu pelayanan A–D, kinerja | Sangat Baik, Baik, Kurang Baik, Tidak Baik |
//! | `Period` | periode survei: bulan, triwulan (TW), semester, tahun | what an index is computed over |
//! | unit | unit penyelenggara pelayanan, OPP | an office that serves the public |
//! | service | jenis layanan | what a unit offers; every unit has at least "Umum" |
//! | people served | populasi, jumlah penerima layanan | N, from which the required sample follows |
//! | assisted share | dientri petugas (dibantu atau dari kertas) | (assisted + paper) ÷ n |
//!
//! Sources: PermenPANRB 14/2017 (SKM), Pedoman Menteri PANRB 9/2024 (online surveys), PermenPANRB 90/2021 (integrity zones).

pub mod brand;
pub mod change;
pub mod channel;
pub mod code;
pub mod decimal;
pub mod figures;
pub mod grade;
pub mod index;
pub mod margin;
pub mod organisation;
pub mod period;
pub mod preparation;
pub mod questionnaire;
pub mod reliability;
pub mod report;
pub mod response;
pub mod sample;
pub mod settings;
pub mod student;
pub mod tally;
pub mod text;
pub mod usage;
pub mod words;

pub use change::Change;
pub use channel::Channel;
pub use code::Code;
pub use decimal::{Decimal, Exact};
pub use grade::Grade;
pub use index::{IndexFigure, IndexPlan, IndexSums, Weight};
pub use margin::Margin;
pub use organisation::{LinkCode, UnitKind};
pub use period::{Month, Period};
pub use questionnaire::{Grouping, IndexKind, Item, Questionnaire};
pub use report::ReportDocument;
pub use response::Response;
pub use sample::SampleState;
pub use settings::CitySettings;
pub use tally::{Counts, Layout, Moments, Slices, Tally};
pub use text::{Localized, legible};
