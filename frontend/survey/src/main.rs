//! What a respondent loads: one question a screen, offline-capable.
//!
//! The server's page works without it. When it is ready, it reads what was chosen there and takes the page's place in one
//! frame. The rules (what is asked next, what is sent) are in `survey-logic`; here is only the browser.

mod app;
mod courier;
mod dom;
mod js;
mod locks;
mod net;
mod page;
mod screens;
mod shelf;
mod speech;

use app::{App, Screen};
use js::{listen, now};
use leptos::prelude::*;
use locks::hold;
use page::Page;
use shelf::Shelf;
use survey_logic::Session;
use survey_logic::saved::Draft;

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    // Effects run again by way of the browser's queue; it can be set once only, and this is the once.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    js::go(start());
}

async fn start() {
    let Some(page) = Page::read() else { return };
    let shelf = Shelf::open().await;
    let draft = find_draft(&shelf, &page.survey.link).await;
    page.quiet().await;
    // The page gave up waiting and shows the whole form: whoever fills it in there is not disturbed.
    if page::is_awaited() {
        take_over(&page, shelf, draft);
    }
}

/// The newest draft of a link that no other tab has open. What is too old is forgotten here.
async fn find_draft(shelf: &Shelf, link: &str) -> Option<Draft> {
    let mut drafts = shelf.drafts().await;
    drafts.sort_by_key(|draft| -draft.saved_at);
    let mut found = None;
    for draft in drafts {
        if !draft.is_fresh(now()) {
            shelf.drop_draft(&draft.session.id).await;
        } else if found.is_none() && draft.link == link && hold(&format!("draft {}", draft.session.id)).await {
            found = Some(draft);
        }
    }
    found
}

fn take_over(page: &Page, shelf: Shelf, draft: Option<Draft>) {
    page::arrived();
    let mut session = Session::default();
    page.fill(&mut session);
    // What the screens are made of lives as long as the page.
    let owner = Owner::new();
    owner.set();
    let app = App::new(page, session, shelf, draft);
    let _ = page.place.append_child(&screens::screens(app).0);
    std::mem::forget(owner);
    let focused = page.swap();
    app.name_page();
    let resumes = app.screen.get_untracked() == Screen::Resume;
    if focused || resumes {
        page::focus("#question");
    }
    if !resumes {
        app.take_up();
    }
    listen(&window(), "popstate", move || app.popped());
    listen(&window(), "pagehide", move || app.left());
    listen(&window(), "online", move || app.hurry());
    app.deliver();
}
