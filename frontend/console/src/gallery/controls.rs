//! What is pressed, typed and chosen.

use super::shown;
use crate::address::running_quarter;
use crate::period_picker::picker;
use crate::preparation::{Tab, tabs_of_city};
use dom::prelude::*;
use std::rc::Rc;
use texts::overview::OverviewText;
use texts::preparation::{JobText, ProfileText, RoundText, TemplateText};
use texts::problem::ProblemText;
use texts::shell::ShellText;
use texts::ui::UiText;
use texts::units::LinkText;
use ui::{Button, ButtonKind, Chip, Field, FieldKind, Glyph, Select, chips, dialog, file_field, link_button, tick, tr};

pub(super) fn controls() -> [Node; 7] {
    [buttons(), fields(), selects(), periods(), all_chips(), ways(), a_dialog()]
}

fn buttons() -> Node {
    let kinds = [
        (ButtonKind::Primary, UiText::Save),
        (ButtonKind::Secondary, UiText::Cancel),
        (ButtonKind::Plain, UiText::Retry),
        (ButtonKind::Danger, UiText::Close),
    ];
    let row = move |disabled: bool, busy: bool| {
        let button = |(kind, text)| Button::new(tr(text)).kind(kind).disabled(disabled).busy(busy).node();
        el("div", "acts").all(kinds.map(button))
    };
    let icons = el("div", "acts")
        .child(Button::new(tr(UiText::Copy)).glyph(Glyph::Download))
        .child(Button::alone(Glyph::Left, tr(OverviewText::PeriodBefore)))
        .child(link_button("/console/_ui", ButtonKind::Secondary, Some(Glyph::Right), tr(UiText::More)));
    shown("Button, link_button", [row(false, false), row(true, false), row(false, true), icons])
}

fn fields() -> Node {
    let field = |text: ShellText, value: &str| Field::new(tr(text), RwSignal::new(value.to_owned()));
    let password = |value| field(ShellText::NewPassword, value).kind(FieldKind::Password);
    let value = || RwSignal::new(String::new());
    let content = [
        field(ShellText::Username, "siti"),
        password("rahasia").help(tr(ShellText::NewPasswordHelp)),
        password("").error(tr(ProblemText::FieldTooShort)),
        Field::new(tr(OverviewText::Comments), value()).optional(),
        Field::new(tr(UiText::Search), value()).kind(FieldKind::Search).bare(),
        Field::new(tr(RoundText::From), value()).kind(FieldKind::Date),
        Field::new(tr(LinkText::Expires), value()).kind(FieldKind::DateTime).help(tr(LinkText::ExpiresHelp)),
        Field::new(tr(OverviewText::CountColumn), RwSignal::new("212".to_owned())).kind(FieldKind::Number),
        Field::new(tr(TemplateText::Text), value()).kind(FieldKind::Lines),
    ];
    let file = |error: Words| {
        file_field(tr(ProfileText::LogoFile), tr(ProfileText::LogoHelp), "image/png,image/jpeg", error, |_| ())
    };
    let others = [
        file(Words::Nothing),
        file(tr(ProblemText::FieldPicture).into()),
        tick(tr(JobText::Done), RwSignal::new(true)),
        tick(tr(JobText::Waiting), RwSignal::new(false)),
    ];
    let content = content.map(Field::node).into_iter().chain(others).collect::<Vec<_>>();
    shown("Field, file_field, tick", content)
}

fn selects() -> Node {
    let kinds = [("m", OverviewText::KindMonth), ("q", OverviewText::KindQuarter), ("y", OverviewText::KindYear)];
    let options = move || kinds.map(|(code, text)| (code.to_owned(), tr(text).to_owned())).to_vec();
    let value = RwSignal::new("q".to_owned());
    let select =
        || Select::new(tr(OverviewText::PeriodKind), options, move || value.get(), move |code| value.set(code));
    shown("Select", [select().node(), select().error(tr(ProblemText::FieldUnknown)).node()])
}

fn periods() -> Node {
    let chosen = RwSignal::new(running_quarter());
    shown("picker", picker(memo(move || chosen.get()), Rc::new(move |period| chosen.set(Some(period)))))
}

fn all_chips() -> Node {
    let chosen = RwSignal::new(String::new());
    let chip = |value: &str, label: &str, count| Chip { value: value.to_owned(), label: label.to_owned(), count };
    let all = vec![
        chip("", "Semua", Some(156)),
        chip("kelurahan", "Kelurahan", Some(52)),
        chip("puskesmas", "Puskesmas", Some(27)),
        chip("rsud", "RSUD", None),
    ];
    let row = chips("Jenis unit", move || all.clone(), move || chosen.get(), move |value| chosen.set(value));
    shown("chips", row)
}

fn ways() -> Node {
    shown("tabs", tabs_of_city(Tab::Jobs))
}

fn a_dialog() -> Node {
    let open = RwSignal::new(false);
    let close = move |text, kind| Button::new(text).kind(kind).on_press(move || open.set(false));
    let content = move || {
        let acts = el("div", "acts").child(close(tr(UiText::Cancel), ButtonKind::Secondary));
        let acts = acts.child(close(tr(ShellText::SignIn), ButtonKind::Primary));
        [el("p", "").text(tr(ShellText::EndedLead)), acts]
    };
    let button = Button::new(tr(ShellText::EndedTitle)).on_press(move || open.set(true)).node();
    shown("dialog", [button, dialog(open, tr(ShellText::EndedTitle), content)])
}
