//! What stands on the screen: the frame around every screen, and which one is in it.

mod choices;
mod last;
mod question;
mod resume;
mod review;
mod thanks;

use crate::app::{App, Screen};
use crate::speech;
use leptos::prelude::*;
use survey_logic::Step;
use texts::survey::ScreenText;

/// Everything inside the page.
pub(crate) fn screens(app: App, unfolded: bool) -> impl IntoView {
    let kiosk = app.survey.get_value().kiosk;
    let screen = move || {
        // Every screen is written anew in another language.
        app.language.track();
        match app.screen.get() {
            Screen::Resume => resume::resume(app),
            Screen::Step(Step::Service) => question::service(app, unfolded),
            Screen::Step(Step::Item(place)) => question::item(app, place, unfolded),
            Screen::Step(Step::Review) => review::review(app),
            Screen::Step(Step::Person(place)) => question::person(app, place),
            Screen::Step(Step::Last) => last::last(app),
            Screen::Thanks => thanks::thanks(app),
        }
    };
    view! {
        <div class="page one" class:kiosk=kiosk>
            {header(app)}
            {screen}
        </div>
    }
}

fn header(app: App) -> impl IntoView {
    let voices = RwSignal::new(0_u32);
    speech::on_voices(move || voices.update(|count| *count = count.wrapping_add(1)));
    let can_read = move || {
        voices.track();
        speech::can_read(app.language.get()) && matches!(app.screen.get(), Screen::Step(_))
    };
    let other = move || app.language.get().other();
    let switch = move |_| {
        speech::stop();
        app.language.update(|language| *language = language.other());
        app.name_page();
    };
    view! {
        <header class="bar">
            <b>{app.survey.get_value().unit.clone()}</b>
            <span class="tools">
                {move || can_read().then(|| view! {
                    <button type="button" class="listen" aria-label=app.text(ScreenText::Listen) title=app.text(ScreenText::Listen)
                        on:click=move |_| speech::read_screen(app.language.get_untracked())>
                        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M15 8a5 5 0 0 1 0 8M17.7 5a9 9 0 0 1 0 14M6 15H4a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1h2l3.5-4.5A.8.8 0 0 1 11 5v14a.8.8 0 0 1-1.5.5z"/></svg>
                    </button>
                })}
                <button type="button" class="plain" lang=move || other().tag() on:click=switch>{move || other().name()}</button>
            </span>
        </header>
    }
}

/// The bar of steps: how many are done, of how many.
pub(crate) fn steps(done: usize, of: usize) -> impl IntoView {
    view! {
        <div class="steps" aria-hidden="true">
            {(0..of).map(|place| view! { <i class:on=place < done></i> }).collect_view()}
        </div>
    }
}

/// The bar below a screen: back, and what else there is to do.
pub(crate) fn foot(app: App, other: AnyView) -> impl IntoView {
    let first = app.step().is_none_or(|step| step == app.path().first());
    view! {
        <footer class="foot">
            {(!first).then(|| view! {
                <button type="button" class="back" on:click=move |_| { app.back(); }>{app.text(ScreenText::Back)}</button>
            })}
            {other}
        </footer>
    }
}
