//! Beside the page: where it stands, what to look at, its figures, its files.

use super::sheet::Sheet;
use super::{checks, figures, files, status};
use dom::prelude::*;
use dom::window;
use texts::reports::ReportText;
use ui::language::count;
use ui::{tr, tr_with};

/// Whether there is room for three columns.
pub(super) fn is_wide() -> bool {
    window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width > 1100.0)
}

/// A card that can be folded.
pub(super) fn fold(title: &str, note: impl Into<Words>, open: bool, content: Node) -> Node {
    let head = el("summary", "").child(el("h2", "").text(title));
    let head = head.child(note.into().part(|note| el("span", "note").text(note)));
    el("details", "card fold").flag("open", open).child(head).child(content)
}

/// The cards.
pub(super) fn panel(sheet: Sheet) -> Node {
    let wide = is_wide();
    let number = memo(move || sheet.with(|report| report.checks().len()).to_string());
    let checks = show(
        move || sheet.is_open(),
        move || {
            let said = move || {
                number
                    .with(|number| number.parse().ok())
                    .filter(|number| *number > 0)
                    .map(|number: i64| tr_with(ReportText::CheckCount, &[("count", &count(number))]))
            };
            fold(tr(ReportText::BeforeSubmitting), said, wide, checks::card(sheet))
        },
    );
    el("div", "report-side")
        .child(fold(tr(ReportText::Status), Words::Nothing, true, status::status(sheet)))
        .child(checks)
        .child(fold(tr(ReportText::Figures), Words::Nothing, wide, figures::figures(sheet)))
        .child(fold(tr(ReportText::Files), Words::Nothing, wide, files::files(sheet)))
}
