//! The frame around every screen: side bar, or a bar with a drawer on a narrow screen.

use crate::menu::{self, Entry};
use contract::{Role, User};
use dom::prelude::*;
use dom::{before_frame, document};
use std::cell::RefCell;
use texts::shell::ShellText;
use texts::ui::UiText;
use ui::api::session;
use ui::router::{self, Leave};
use ui::{Glyph, icon, language, tr};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

/// The frame with a screen in it.
pub(crate) fn shell(screen: Node) -> Node {
    let drawer = el("dialog", "drawer").attr("aria-label", tr(ShellText::Menu));
    let element: HtmlDialogElement = drawer.element().clone().unchecked_into();
    let [shown, hidden, left] = [(); 3].map(|()| element.clone());
    let open = icon_button(ShellText::Menu, Glyph::Menu, move || {
        let _shown = shown.show_modal();
    });
    let close = icon_button(UiText::Close, Glyph::Close, move || hidden.close());
    on_new_path(move || {
        left.close();
        // Readers hear where they are.
        before_frame(focus_heading);
    });
    let frame = el("div", "frame")
        .child(el("header", "topbar").child(logo()).child(open))
        .child(el("aside", "side").child(logo()).child(inner()))
        .child(el("main", "main").attr("id", "content").attr("tabindex", "-1").child(screen));
    fragment()
        .child(el("a", "skip").attr("href", "#content").text(tr(ShellText::SkipToContent)))
        .child(frame)
        .child(drawer.child(el("div", "drawer-head").child(logo()).child(close)).child(inner()))
}

fn icon_button(label: impl texts::Text, glyph: Glyph, act: impl Fn() + 'static) -> Node {
    let button = el("button", "btn three alone").attr("type", "button").attr("aria-label", tr(label));
    button.on("click", move |_| act()).child(icon(glyph))
}

fn on_new_path(act: impl Fn() + 'static) {
    let (path, before) = (router::path(), RefCell::new(None));
    effect(move || {
        let path = path.get();
        let before = before.replace(Some(path.clone()));
        if before.is_some_and(|before| before != path) {
            act();
        }
    });
}

fn focus_heading() {
    let heading = document().query_selector("main h1").ok().flatten();
    if let Some(heading) = heading {
        let _focused = heading.unchecked_into::<HtmlElement>().focus();
    }
}

/// The sign of the product with its name.
pub(crate) fn logo() -> Node {
    let waves = svg("path").attr("d", "M3 9c3-3 6 3 9 0s6 3 9 0M3 15c3-3 6 3 9 0s6 3 9 0");
    let mark = svg("svg").attr("class", "i").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true").child(waves);
    el("span", "logo").child(el("span", "logo-mark").child(mark)).text(tr(ShellText::Product))
}

/// Menu and account.
fn inner() -> Node {
    let user = memo(session::user);
    let entries = move || user.get().map(|user| menu::entries(&user).into_iter().map(entry).collect::<Vec<_>>());
    let menu = el("nav", "menu").attr("aria-label", tr(ShellText::Menu));
    let menu = menu.child(live(move || Node::from(entries().unwrap_or_default())));
    fragment().child(menu).child(live(move || user.get().map(account)))
}

fn entry(entry: Entry) -> Node {
    let path = router::path();
    let link = el("a", "").attr("href", &entry.href).child(icon(entry.glyph)).text(tr(entry.text));
    link.bind("aria-current", move || path.with(|path| entry.current(path)))
}

fn account(user: User) -> Node {
    let role = match user.role {
        Role::Administrator => ShellText::RoleAdministrator,
        Role::Operator => ShellText::RoleOperator,
    };
    let failed = RwSignal::new(None::<String>);
    let leave = move |_| {
        spawn_local(async move {
            match session::sign_out().await {
                Ok(()) => router::go("/console", Leave::Behind),
                Err(failure) => failed.set(Some(failure.sentence())),
            }
        });
    };
    let other = language::language().other();
    let password = el("a", "").attr("href", "/console/password").child(icon(Glyph::Lock));
    let language = el("button", "").attr("type", "button").attr("lang", other.tag());
    let language = language.on("click", move |_| language::choose(other)).child(icon(Glyph::Language));
    let sign_out = el("button", "").attr("type", "button").on("click", leave).child(icon(Glyph::SignOut));
    let acts = el("div", "account-acts")
        .child(password.text(tr(ShellText::ChangePassword)))
        .child(language.text(other.name()))
        .child(sign_out.text(tr(ShellText::SignOut)));
    let failed = Words::from(failed).part(|sentence| el("p", "error").attr("role", "alert").text(sentence));
    el("div", "account").child(el("b", "").text(&user.name)).text(tr(role)).child(acts).child(failed)
}
