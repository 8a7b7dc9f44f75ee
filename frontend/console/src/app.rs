//! Who may see what: the login, or the shell with the screen of the address. The address never changes for the login's
//! sake, so whoever signs in stands where they wanted to be.

use crate::unit_list::use_units;
use crate::{
    accounts, city, gallery, historic, home, jobs, keys, links, menu, overview, password, profile, reports, round,
    shell, sign_in, template, units,
};
use contract::Role;
use dom::prelude::*;
use dom::{listen, window};
use texts::shell::ShellText;
use texts::ui::UiText;
use ui::api::Failure;
use ui::api::session::{self, Who};
use ui::{
    Button, ButtonKind, Glyph, Notice, PageHead, Tone, empty, empty_with, link_button, loaded, router, skeleton, tr,
};

/// What stands on the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Asking,
    SigningIn,
    Inside,
}

/// Everything.
pub(crate) fn app() -> Node {
    router::start();
    let trouble = RwSignal::new(None);
    let resume = move || {
        spawn_local(async move { trouble.set(session::resume().await.err()) });
    };
    resume();
    listen(&window(), "online", move |_| {
        if trouble.with_untracked(Option::is_some) {
            resume();
        }
    });
    let who = session::who();
    let stage = memo(move || match who.get() {
        Who::Unknown => Stage::Asking,
        Who::Nobody(_) => Stage::SigningIn,
        Who::User(_) | Who::Ended(_) => Stage::Inside,
    });
    live(move || match stage.get() {
        Stage::Asking => live(move || asking(trouble.get().as_ref(), resume)),
        Stage::SigningIn => sign_in::page(),
        Stage::Inside => inside(),
    })
}

/// A moment of grey; without a network, the reason.
fn asking(trouble: Option<&Failure>, again: impl Fn() + 'static) -> Node {
    let Some(failure) = trouble else {
        return el("div", "alone-page").child(el("div", "alone-card sk-all").child(skeleton(5)));
    };
    let again = Button::new(tr(UiText::Retry)).kind(ButtonKind::Plain).glyph(Glyph::Reload).on_press(again).node();
    let notice = Notice::new(Tone::Warn, [failure.sentence().into(), again]).glyph(Glyph::Offline);
    let card = el("div", "alone-card").child(el("h1", "").text(tr(ShellText::Product))).child(notice);
    el("main", "alone-page").child(card)
}

/// Every screen in its frame.
fn inside() -> Node {
    let path = router::path();
    let path = memo(move || path.get());
    fragment().child(shell::shell(live(move || screen(&path.get())))).child(sign_in::ended_dialog())
}

/// The screen of an address.
fn screen(path: &str) -> Node {
    let parts = parts_of(path);
    let is_of_city = matches!(parts.as_slice(), ["city" | "units" | "template" | "reports" | "keys" | "accounts"]);
    if is_of_city && session::user().is_some_and(|user| user.role == Role::Operator) {
        return not_yours(ShellText::NotYoursTitle);
    }
    let foreign = session::user().filter(|user| user.role == Role::Operator).map(|user| menu::own_unit(&user));
    match (parts.as_slice(), foreign) {
        (["units", unit, ..], Some(own)) if *unit != own => of_operator(unit, path),
        _ => screen_of(&parts),
    }
}

/// A screen of a unit that is not the operator's own: of one below it, or a word that it is none of theirs.
fn of_operator(unit: &str, path: &str) -> Node {
    let (unit, path) = (unit.to_owned(), path.to_owned());
    loaded(
        use_units(),
        || skeleton(5),
        move |units| {
            let is_below = units.items.iter().any(|known| known.code == unit);
            let parts: Vec<&str> = parts_of(&path);
            if is_below { screen_of(&parts) } else { not_yours(ShellText::OtherUnitTitle) }
        },
    )
}

fn parts_of(path: &str) -> Vec<&str> {
    path.split('/').filter(|part| !part.is_empty()).skip(1).collect()
}

fn screen_of(parts: &[&str]) -> Node {
    match parts {
        [] => home::home(),
        ["password"] => password::password(),
        ["city"] => city::city(),
        ["units"] => units::units(),
        ["units", unit] => overview::overview(unit),
        ["units", unit, "comments"] => overview::comments(unit),
        ["units", unit, "links"] => links::links(unit),
        ["links", link, "poster"] => links::poster::poster(link),
        ["units", unit, "profile"] => profile::profile(unit),
        ["units", unit, "rounds", period] => round::round(unit, period),
        ["units", unit, "historic"] => historic::historic(unit),
        ["template"] => template::template(),
        ["report-jobs"] => jobs::jobs(),
        ["units", unit, "reports"] => reports::list(Some(unit)),
        ["reports"] => reports::list(None),
        ["reports", report] => reports::report(report),
        ["keys"] => keys::keys(),
        ["accounts"] => accounts::accounts(),
        ["_ui"] => gallery::gallery(),
        _ => not_found(),
    }
}

/// A screen of administrators, or of another unit, for an operator.
fn not_yours(title: ShellText) -> Node {
    let title = tr(title);
    let home = link_button("/console", ButtonKind::Primary, None, tr(ShellText::ToOwnUnit));
    let card = empty_with(title, tr(ShellText::NotYoursText), Some(Glyph::Lock), home);
    fragment().child(PageHead::new(title)).child(el("div", "card").child(card))
}

fn not_found() -> Node {
    let title = tr(ShellText::NotFoundTitle);
    let card = empty(title, tr(ShellText::NotFoundText), Some(Glyph::Search));
    fragment().child(PageHead::new(title)).child(el("div", "card").child(card))
}
