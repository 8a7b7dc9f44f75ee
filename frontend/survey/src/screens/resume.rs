//! An unfinished survey was found on this device. Its answers are not shown: another person may be reading.

use crate::app::App;
use leptos::prelude::*;
use texts::survey::ScreenText;

/// The choice between going on and beginning.
pub(crate) fn resume(app: App) -> AnyView {
    view! {
        <main>
            <h1 id="question" class="ask" tabindex="-1">{app.text(ScreenText::DraftTitle)}</h1>
            <p class="help">{app.text(ScreenText::DraftHelp)}</p>
            <button type="button" class="primary" on:click=move |_| app.resume()>{app.text(ScreenText::Continue)}</button>
            <button type="button" class="second" on:click=move |_| app.start_over()>{app.text(ScreenText::StartOver)}</button>
        </main>
    }
    .into_any()
}
