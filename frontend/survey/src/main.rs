//! What a respondent loads: one question a screen, offline-capable.
//!
//! The server's page works without it. When it is ready, it reads what was chosen there and takes the page's place in one
//! frame. The rules (what is asked next, what is sent) are in `survey-logic`; here is only the browser.

mod app;
mod courier;
mod idle;
mod js;
mod left;
mod locks;
mod net;
mod page;
mod screens;
mod shelf;
mod speech;

use app::{App, Screen};
use dom::listen;
use js::{now, window};
use locks::hold;
use page::Page;
use shelf::Shelf;
use survey_logic::Session;
use survey_logic::saved::Draft;

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
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
    let mut fitting = Vec::new();
    for draft in shelf.drafts().await {
        if !draft.is_fresh(now()) {
            shelf.drop_draft(&draft.session.id).await;
        } else if draft.link == link {
            fitting.push(draft);
        }
    }
    while let Some(newest) = (0..fitting.len()).max_by_key(|place| fitting[*place].saved_at) {
        let draft = fitting.swap_remove(newest);
        if hold(&lock_of(&draft.session.id)).await {
            return Some(draft);
        }
    }
    None
}

/// The name of the lock on a draft.
pub(crate) fn lock_of(id: &str) -> String {
    "draft ".to_owned() + id
}

fn take_over(page: &Page, shelf: Shelf, draft: Option<Draft>) {
    page::arrived();
    let mut session = Session::default();
    page.fill(&mut session);
    let app = dom::mount(&page.place, || {
        let app = App::new(page, session, shelf, draft);
        (screens::screens(app), app)
    });
    let focused = page.swap();
    app.name_page();
    let resumes = app.screen.get_untracked() == Screen::Resume;
    if focused || resumes {
        page::focus("#question");
    }
    if !resumes {
        app.take_up();
    }
    listen(&window(), "popstate", move |_| app.popped());
    listen(&window(), "pagehide", move |_| app.left());
    // The same page again, as it was: at the first showing there is nothing to return to.
    listen(&window(), "pageshow", move |_| app.returned());
    listen(&window(), "online", move |_| app.hurry());
    app.watch_touches();
    app.deliver();
}
