//! Mutu pelayanan: the letter, its colour, and the official words.

use crate::language::tr_with;
use leptos::prelude::*;
use texts::ui::UiText;

/// The grade as its letter, or with the performance as "B · Baik".
#[component]
pub fn GradeBadge(
    /// `A` to `D`, as the API gives it.
    #[prop(into)]
    grade: String,
    /// Kinerja unit pelayanan; left out, the letter stands alone.
    #[prop(optional, into)]
    performance: Option<String>,
) -> impl IntoView {
    let label = tr_with(UiText::GradeLabel, &[("grade", &grade)]);
    let label = performance.as_ref().map_or_else(|| label.clone(), |performance| format!("{label}, {performance}"));
    let words = performance.map_or_else(|| grade.clone(), |performance| format!("{grade} · {performance}"));
    view! {
        <span class=format!("gr g{grade}")>
            <span aria-hidden="true">{words}</span>
            <span class="sr">{label}</span>
        </span>
    }
}
