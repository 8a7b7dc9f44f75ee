//! What a report needs besides the answers: who signs it, how the round was carried out, what was published before, and
//! the city's fixed texts. Data that people type, each with a check that names every field which cannot be printed.

mod edits;
mod historic;
mod profile;
mod round;
mod signatory;
mod template;

pub use edits::{EditedText, ReportEdits};
pub use historic::HistoricPoint;
pub use profile::OfficeProfile;
pub use round::{PublicForum, RoundActivity, RoundDetails};
pub use template::ReportTemplate;

use crate::legible;
use crate::report::{accepted_places, unknown_places};

/// One field that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// Where, as a JSON pointer.
    pub pointer: String,
    /// A stable name of what is wrong.
    pub code: &'static str,
    /// What was received.
    pub received: String,
    /// What would be accepted.
    pub accepted: String,
}

/// Gathers defects below a place.
#[derive(Debug, Default)]
struct Defects(Vec<Defect>);

impl Defects {
    fn push(
        &mut self,
        pointer: impl Into<String>,
        code: &'static str,
        received: impl ToString,
        accepted: impl Into<String>,
    ) {
        let (pointer, accepted) = (pointer.into(), accepted.into());
        self.0.push(Defect { pointer, code, received: received.to_string(), accepted });
    }

    /// A text on one line, from `least` to `most` characters.
    fn line(&mut self, pointer: impl Into<String>, text: &str, least: usize, most: usize) {
        if !(least..=most).contains(&legible(text)) || text.chars().any(char::is_control) {
            self.push(
                pointer,
                "invalid_text",
                format!("{text:?}"),
                format!("{least} to {most} characters on one line"),
            );
        }
    }

    /// The same where there may be none.
    fn line_if(&mut self, pointer: &str, text: Option<&str>, most: usize) {
        if let Some(text) = text {
            self.line(pointer, text, 1, most);
        }
    }

    /// A text of several lines.
    fn paragraphs(&mut self, pointer: impl Into<String>, text: &str, most: usize) {
        if text.chars().count() > most || text.chars().any(|c| c.is_control() && c != '\n') {
            let received = format!("{} characters", text.chars().count());
            self.push(pointer, "invalid_text", received, format!("at most {most} characters, no control characters"));
        }
    }

    /// A text that the report fills in: every place in it must be one.
    fn places(&mut self, pointer: &str, text: &str) {
        for place in unknown_places(text) {
            self.push(pointer, "unknown_place", format!("{{{place}}}"), accepted_places());
        }
    }

    /// A list of at most `most` entries.
    fn count(&mut self, pointer: &str, received: usize, most: usize) {
        if received > most {
            self.push(pointer, "too_many", format!("{received} entries"), format!("at most {most} entries"));
        }
    }
}
