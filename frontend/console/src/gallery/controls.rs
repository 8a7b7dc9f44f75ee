//! What is pressed, typed and chosen.

use super::shown;
use leptos::prelude::*;
use texts::overview::OverviewText;
use texts::problem::ProblemText;
use texts::shell::ShellText;
use texts::ui::UiText;
use ui::{Button, ButtonKind, Chip, Chips, Dialog, Field, FieldKind, Glyph, LinkButton, Select, tr};

pub(super) fn controls() -> AnyView {
    [buttons(), fields(), selects(), chips(), dialog()].into_iter().collect_view().into_any()
}

fn buttons() -> AnyView {
    let nothing = || {};
    let kinds = [
        (ButtonKind::Primary, UiText::Save),
        (ButtonKind::Secondary, UiText::Cancel),
        (ButtonKind::Plain, UiText::Retry),
        (ButtonKind::Danger, UiText::Close),
    ];
    let row = move |disabled: bool, busy: bool| {
        let button = move |(kind, text)| {
            view! { <Button kind disabled=disabled busy=busy on_press=nothing>{tr(text)}</Button> }
        };
        view! { <div class="acts">{kinds.map(button).into_iter().collect_view()}</div> }
    };
    let content = view! {
        {row(false, false)}
        {row(true, false)}
        {row(false, true)}
        <div class="acts">
            <Button glyph=Glyph::Download on_press=nothing>{tr(UiText::Copy)}</Button>
            <Button glyph=Glyph::Left label=tr(OverviewText::PeriodBefore) on_press=nothing/>
            <LinkButton href="/console/_ui" glyph=Glyph::Right>{tr(UiText::More)}</LinkButton>
        </div>
    };
    shown("Button, LinkButton", content)
}

fn fields() -> AnyView {
    let value = |text: &str| RwSignal::new(text.to_owned());
    let content = view! {
        <Field label=tr(ShellText::Username) value=value("siti")/>
        <Field label=tr(ShellText::NewPassword) value=value("rahasia") kind=FieldKind::Password help=tr(ShellText::NewPasswordHelp)/>
        <Field
            label=tr(ShellText::NewPassword)
            value=value("")
            kind=FieldKind::Password
            error=tr(ProblemText::FieldTooShort).to_owned()
        />
        <Field label=tr(OverviewText::Comments) value=value("") optional=true/>
        <Field label=tr(UiText::Search) value=value("") kind=FieldKind::Search bare=true/>
    };
    shown("Field", content)
}

fn selects() -> AnyView {
    let options: Vec<(String, String)> = [OverviewText::KindMonth, OverviewText::KindQuarter, OverviewText::KindYear]
        .map(|text| (format!("{text:?}"), tr(text).to_owned()))
        .to_vec();
    let value = RwSignal::new("KindQuarter".to_owned());
    let choose = move |code| value.set(code);
    let content = view! {
        <Select label=tr(OverviewText::PeriodKind) options=options.clone() value=value on_choose=choose/>
        <Select
            label=tr(OverviewText::PeriodKind)
            options=options
            value=value
            on_choose=choose
            error=tr(ProblemText::FieldUnknown).to_owned()
        />
    };
    shown("Select", content)
}

fn chips() -> AnyView {
    let chosen = RwSignal::new(String::new());
    let chip = |value: &str, label: &str, count| Chip { value: value.to_owned(), label: label.to_owned(), count };
    let chips = vec![
        chip("", "Semua", Some(156)),
        chip("kelurahan", "Kelurahan", Some(52)),
        chip("puskesmas", "Puskesmas", Some(27)),
        chip("rsud", "RSUD", None),
    ];
    let choose = move |value| chosen.set(value);
    shown("Chips", view! { <Chips label="Jenis unit" chips=chips chosen=chosen on_choose=choose/> })
}

fn dialog() -> AnyView {
    let open = RwSignal::new(false);
    let content = view! {
        <Button on_press=move || open.set(true)>{tr(ShellText::EndedTitle)}</Button>
        <Dialog open title=tr(ShellText::EndedTitle)>
            <p>{tr(ShellText::EndedLead)}</p>
            <div class="acts">
                <Button on_press=move || open.set(false)>{tr(UiText::Cancel)}</Button>
                <Button kind=ButtonKind::Primary on_press=move || open.set(false)>{tr(ShellText::SignIn)}</Button>
            </div>
        </Dialog>
    };
    shown("Dialog", content)
}
