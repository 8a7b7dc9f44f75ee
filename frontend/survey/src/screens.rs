//! What stands on the screen: the frame around every screen, and which one is in it.

mod choices;
mod closed;
mod idle;
mod last;
mod question;
mod resume;
mod review;
mod thanks;

use crate::app::{App, Screen};
use crate::speech;
use dom::{Node, el, svg};
use signals::RwSignal;
use survey_logic::Step;
use texts::survey::ScreenText;
use web_sys::Event;

/// Everything inside the page.
pub(crate) fn screens(app: App) -> Node {
    let screen = move || {
        // Every screen is written anew in another language.
        app.language.track();
        match app.screen.get() {
            Screen::Resume => resume::resume(app),
            Screen::Closed => closed::closed(app),
            Screen::Step(Step::Service) => question::service(app),
            Screen::Step(Step::Item(place)) => question::item(app, place),
            Screen::Step(Step::Review) => review::review(app),
            Screen::Step(Step::Person(place)) => question::person(app, place),
            Screen::Step(Step::Last) => last::last(app),
            Screen::Thanks => thanks::thanks(app),
        }
    };
    let kiosk = app.survey().kiosk;
    let page = el("div", if kiosk { "page one kiosk" } else { "page one" });
    page.child(header(app)).all(kiosk.then(|| idle::question(app))).live_children(screen)
}

fn header(app: App) -> Node {
    let voices = RwSignal::new(0_u32);
    speech::on_voices(move || voices.update(|count| *count = count.wrapping_add(1)));
    let listen = move || {
        voices.track();
        let can_read = speech::can_read(app.language.get()) && matches!(app.screen.get(), Screen::Step(_));
        can_read.then(|| listen_button(app)).into_iter().collect()
    };
    let switch = move |_| {
        speech::stop();
        app.speak(app.language.get_untracked().other());
        app.name_page();
        app.keep();
    };
    let other = button("plain", "", switch)
        .live_attr("lang", move || app.language.get().other().tag().to_owned())
        .live_text(move || app.language.get().other().name().to_owned());
    el("header", "bar")
        .child(el("b", "").text(&app.survey().unit))
        .child(el("span", "tools").child(el("span", "voice").live_children(listen)).child(other))
}

fn listen_button(app: App) -> Node {
    let name = app.text(ScreenText::Listen);
    let wave = svg("path").attr("d", "M15 8a5 5 0 0 1 0 8M17.7 5a9 9 0 0 1 0 14M6 15H4a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1h2l3.5-4.5A.8.8 0 0 1 11 5v14a.8.8 0 0 1-1.5.5z");
    let icon = svg("svg").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true").child(wave);
    let read = move |_| speech::read_screen(app.language.get_untracked());
    button("listen", "", read).attr("aria-label", name).attr("title", name).child(icon)
}

/// A button.
pub(crate) fn button(classes: &str, text: &str, act: impl FnMut(Event) + 'static) -> Node {
    el("button", classes).attr("type", "button").text(text).on("click", act)
}

/// What the screen is about: it takes the focus, so that it is read out.
pub(crate) fn heading(classes: &str) -> Node {
    el("h1", classes).attr("id", "question").attr("tabindex", "-1")
}

/// The bar of steps: how many are done, of how many.
pub(crate) fn steps(done: usize, of: usize) -> Node {
    let step = |place| el("i", if place < done { "on" } else { "" });
    el("div", "steps").attr("aria-hidden", "true").all((0..of).map(step))
}

/// The bar below a screen: what is said over it, back, and what else there is to do.
pub(crate) fn foot(app: App, over: Option<Node>, other: Option<Node>) -> Node {
    let first = app.step().is_none_or(|step| step == app.path().first());
    let back = move |_| {
        app.back();
    };
    let back = (!first).then(|| button("back", app.text(ScreenText::Back), back));
    el("footer", "foot").all(over).all(back).all(other)
}
