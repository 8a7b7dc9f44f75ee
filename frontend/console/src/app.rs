//! Who may see what: the login, or the shell with the screen of the address. The address never changes for the login's
//! sake, so whoever signs in stands where they wanted to be.

use crate::{accounts, city, keys, links, units};
use crate::{gallery::Gallery, home::Home, overview, password::ChangePassword, shell::Shell, sign_in};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;
use texts::shell::ShellText;
use ui::api::session::{self, Who};
use ui::{Empty, Glyph, Notice, PageHead, Skeleton, Tone, tr};

/// What stands on the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Asking,
    SigningIn,
    Inside,
}

#[component]
pub(crate) fn App() -> impl IntoView {
    let trouble = RwSignal::new(None);
    let resume = move || {
        spawn_local(async move { trouble.set(session::resume().await.err()) });
    };
    resume();
    let online = window_event_listener_untyped("online", move |_| {
        if trouble.get_untracked().is_some() {
            resume();
        }
    });
    on_cleanup(move || online.remove());
    let who = session::who();
    let stage = Memo::new(move |_| match who.get() {
        Who::Unknown => Stage::Asking,
        Who::Nobody(_) => Stage::SigningIn,
        Who::User(_) | Who::Ended(_) => Stage::Inside,
    });
    view! {
        <Router>
            {move || match stage.get() {
                Stage::Asking => asking(trouble, Callback::new(move |()| resume())).into_any(),
                Stage::SigningIn => view! { <sign_in::SignInPage/> }.into_any(),
                Stage::Inside => inside().into_any(),
            }}
        </Router>
    }
}

/// A moment of grey; without a network, the reason.
fn asking(trouble: RwSignal<Option<ui::api::Failure>>, again: Callback<()>) -> impl IntoView {
    move || match trouble.get() {
        None => {
            view! { <div class="alone-page"><div class="alone-card sk-all"><Skeleton lines=5/></div></div> }.into_any()
        }
        Some(failure) => {
            let sentence = failure.sentence();
            view! {
                <main class="alone-page">
                    <div class="alone-card">
                        <h1>{tr(ShellText::Product)}</h1>
                        <Notice tone=Tone::Warn glyph=Glyph::Offline>
                            {sentence}
                            <ui::Button kind=ui::ButtonKind::Plain glyph=Glyph::Reload on_press=again>
                                {tr(texts::ui::UiText::Retry)}
                            </ui::Button>
                        </Notice>
                    </div>
                </main>
            }
            .into_any()
        }
    }
}

/// Every screen by its address.
fn inside() -> impl IntoView {
    view! {
        <Shell>
            <FlatRoutes fallback=NotFound>
                <Route path=path!("/console") view=Home/>
                <Route path=path!("/console/password") view=ChangePassword/>
                <Route path=path!("/console/city") view=city::City/>
                <Route path=path!("/console/units") view=units::Units/>
                <Route path=path!("/console/units/:unit/links") view=links::Links/>
                <Route path=path!("/console/links/:link/poster") view=links::poster::Poster/>
                <Route path=path!("/console/keys") view=keys::Keys/>
                <Route path=path!("/console/accounts") view=accounts::Accounts/>
                <Route path=path!("/console/units/:unit") view=overview::Overview/>
                <Route path=path!("/console/units/:unit/comments") view=overview::Comments/>
                <Route path=path!("/console/_ui") view=Gallery/>
            </FlatRoutes>
        </Shell>
        <sign_in::EndedDialog/>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    view! {
        <PageHead title=tr(ShellText::NotFoundTitle)/>
        <div class="card">
            <Empty title=tr(ShellText::NotFoundTitle) text=tr(ShellText::NotFoundText) glyph=Glyph::Search/>
        </div>
    }
}
