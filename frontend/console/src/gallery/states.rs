//! What is shown: states, numbers, tables, and nothing.

use super::shown;
use contract::Unit;
use dom::prelude::*;
use std::sync::Arc;
use texts::overview::OverviewText;
use texts::problem::ProblemText;
use texts::shell::ShellText;
use texts::ui::UiText;
use ui::{
    Button, Card, Column, Glyph, Notice, Row, Sort, Table, Tone, empty_with, grade_badge, icon, loaded, meter,
    skeleton, skeleton_block, tag, tr, use_remote,
};

const TONES: [Tone; 5] = [Tone::Info, Tone::Good, Tone::Warn, Tone::Bad, Tone::Soft];

pub(super) fn states() -> [Node; 10] {
    [grades(), tags(), notices(), meters(), table(), nothing(), grey(), card(), icons(), reading()]
}

fn grades() -> Node {
    let both = domain::Grade::ALL.map(|grade| {
        let letter = grade_badge(grade.letter(), None);
        el("div", "acts").child(letter).child(grade_badge(grade.letter(), Some(grade.performance())))
    });
    shown("grade_badge", both)
}

fn tags() -> Node {
    shown("tag", el("div", "acts").all(TONES.map(|tone| tag(tone, tr(OverviewText::Small)))))
}

fn notices() -> Node {
    let notice = |tone| Notice::new(tone, tr(ProblemText::Busy)).title(tr(UiText::FailedTitle)).node();
    let offline =
        Notice::new(Tone::Warn, tr(UiText::OfflineKept)).glyph(Glyph::Offline).title(tr(UiText::OfflineTitle));
    shown("Notice", fragment().all(TONES.map(notice)).child(offline))
}

fn meters() -> Node {
    shown("meter", [0, 37, 175, 212, 300].map(|value| meter(value, 212, tr(OverviewText::MeterLabel))))
}

fn table() -> Node {
    let sort = RwSignal::new(Sort { column: 1, down: true });
    let columns = vec![
        Column::words(tr(OverviewText::Group)).sorting(),
        Column::numbers(tr(OverviewText::CountColumn)).sorting(),
        Column::words(tr(OverviewText::GradeColumn)),
    ];
    let rows = move || {
        let mut rows = [("Perempuan", 98, "B"), ("Laki-laki", 77, "A"), ("Tidak menjawab", 3, "C")];
        let Sort { column, down } = sort.get();
        rows.sort_by(|a, b| if column == 0 { a.0.cmp(b.0) } else { a.1.cmp(&b.1) });
        if down {
            rows.reverse();
        }
        let row = |(name, n, grade): (&str, i32, &str)| -> Row {
            vec![name.into(), n.to_string().into(), grade_badge(grade, None)]
        };
        rows.map(row).into()
    };
    shown("Table", Table::new(tr(OverviewText::Characteristics), columns, rows).sort(sort))
}

fn nothing() -> Node {
    let (title, text) = (tr(OverviewText::CommentsEmpty), tr(OverviewText::EmptyRunning));
    let step = Button::new(tr(UiText::Save)).glyph(Glyph::Plus);
    shown("empty", empty_with(title, text, Some(Glyph::Comments), step))
}

fn grey() -> Node {
    shown("skeleton", [skeleton(3), skeleton_block(90)])
}

fn card() -> Node {
    let action = el("a", "more").attr("href", "/console/_ui").text(tr(OverviewText::CommentsAll));
    let content = el("p", "mid").text("175 ").child(el("small", "").text("dari 212"));
    let card = Card::new(tr(ShellText::Product), content).note(tr(OverviewText::CompletionNote)).actions(action);
    shown("Card", card)
}

/// What is read: on its way for ever, there, and refused.
fn reading() -> Node {
    let waiting = use_remote::<Unit>(|| None);
    let there = use_remote::<Unit>(|| Some("/units/kota".to_owned()));
    let refused = use_remote::<Unit>(|| Some("/units/tidak-ada".to_owned()));
    let of = |remote| loaded(remote, || skeleton(2), |unit: Arc<Unit>| el("p", "").text(&unit.name));
    shown("loaded", [waiting, there, refused].map(of))
}

fn icons() -> Node {
    let icons = Glyph::ALL.iter().map(|glyph| el("span", "").child(icon(*glyph)));
    shown("icon", el("div", "acts").all(icons))
}
