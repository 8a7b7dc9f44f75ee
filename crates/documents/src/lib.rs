//! Official documents: one report model in, bytes out. No HTTP, no SQL, no clock.
//!
//! The same model gives the same bytes, always: no time is read, ids and dates come with the model. Contents are decided
//! once, in [`story`]: PDF and Word print the same parts.

mod brand;
mod docx;
mod edition;
mod frame;
mod measure;
mod pdf;
mod poster;
pub mod qr;
mod raster;
mod recap;
pub mod sample;
mod story;
mod xlsx;

pub use docx::report_docx;
pub use edition::{Assets, DocumentError, Edition};
pub use pdf::{Heading, Page, Pages, report_pages, report_pdf};
pub use poster::{poster_pdf, poster_png, poster_svg};
pub use recap::{recap_pdf, recap_xlsx};
pub use story::{Numbered, numbered};
pub use xlsx::report_xlsx;
