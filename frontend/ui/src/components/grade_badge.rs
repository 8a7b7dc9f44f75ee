//! Mutu pelayanan: the letter, its colour, and the official words.

use crate::language::tr_with;
use dom::{Node, el};
use texts::ui::UiText;

/// The grade (`A` to `D`, as the API gives it) as its letter, or with the performance (kinerja unit pelayanan) as
/// "B · Baik".
pub fn grade_badge(grade: &str, performance: Option<&str>) -> Node {
    let mut label = tr_with(UiText::GradeLabel, &[("grade", grade)]);
    let mut words = grade.to_owned();
    if let Some(performance) = performance {
        label = format!("{label}, {performance}");
        words = format!("{grade} · {performance}");
    }
    el("span", &format!("gr g{grade}"))
        .child(el("span", "").attr("aria-hidden", "true").text(&words))
        .child(el("span", "sr").text(&label))
}
