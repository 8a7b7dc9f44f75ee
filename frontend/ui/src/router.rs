//! The address of the page, as signals.

use dom::{listen, on_cleanup, target, window};
use signals::RwSignal;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, MouseEvent, UrlSearchParams};

/// Addresses below it are screens of this program.
const HOME: &str = "/console";

struct Place {
    path: RwSignal<String>,
    query: RwSignal<String>,
}

type Held = (&'static str, Rc<dyn Fn() -> bool>);

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
    /// Where in the history of this tab the page is, counted from where the program began.
    static STEP: Cell<i32> = const { Cell::new(0) };
    static PLACE: Place = {
        let location = window().location();
        let now = |part: Result<String, JsValue>| RwSignal::of_the_page(part.unwrap_or_default());
        Place { path: now(location.pathname()), query: now(location.search()) }
    };
}

/// What becomes of the entry of the history that is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// The way back leads to it.
    Behind,
    /// It is forgotten.
    Nothing,
}

/// The path of the address, like `/console/units`, as a signal.
pub fn path() -> RwSignal<String> {
    PLACE.with(|place| place.path)
}

fn query() -> RwSignal<String> {
    PLACE.with(|place| place.query)
}

/// A value of the address; `None` when it is not there or empty. Follows the address.
pub fn value(name: &str) -> Option<String> {
    let values = UrlSearchParams::new_with_str(&query().get()).ok()?;
    values.get(name).filter(|value| !value.is_empty())
}

/// Sets values of the address, or takes them out; the others stay, and so does the place on the page.
pub fn set_values(values: &[(&str, Option<&str>)], leave: Leave) {
    let Ok(all) = UrlSearchParams::new_with_str(&query().get_untracked()) else { return };
    for (name, value) in values {
        match value.filter(|value| !value.is_empty()) {
            Some(value) => all.set(name, value),
            None => all.delete(name),
        }
    }
    let (path, query) = (path().get_untracked(), String::from(all.to_string()));
    go(&if query.is_empty() { path } else { format!("{path}?{query}") }, leave);
}

/// Asks before the page is left, while something is so and what is being made stands: by a link, the way back, or closing the
/// tab.
pub fn hold(question: &'static str, when: impl Fn() -> bool + 'static) {
    let when: Rc<dyn Fn() -> bool> = Rc::new(when);
    let own = Rc::clone(&when);
    listen(&window(), "beforeunload", move |event| {
        if own() {
            event.prevent_default();
        }
    });
    HELD.with(|held| held.replace(Some((question, when))));
    on_cleanup(|| HELD.with(|held| drop(held.take())));
}

/// Whether the user wants to stay on what is held.
fn stays() -> bool {
    let held = HELD.with(|held| held.borrow().clone());
    held.is_some_and(|(question, when)| when() && !window().confirm_with_message(question).unwrap_or(true))
}

/// Goes to an address of the console.
pub fn go(address: &str, leave: Leave) {
    let location = window().location();
    let elsewhere = location.pathname().is_ok_and(|path| address.split('?').next() != Some(&path));
    if elsewhere && stays() {
        return;
    }
    let present = location.pathname().and_then(|path| Ok(path + &location.search()?));
    let same = present.is_ok_and(|present| present == address);
    if let Ok(history) = window().history() {
        // What the browser refuses is the same address too often.
        let _left = match leave {
            Leave::Behind if !same => {
                STEP.set(STEP.get() + 1);
                history.push_state_with_url(&STEP.get().into(), "", Some(address))
            }
            _ => history.replace_state_with_url(&STEP.get().into(), "", Some(address)),
        };
    }
    arrived();
}

/// Follows the way back and the links of the page, also those inside drawings. Call it once.
pub fn start() {
    // A page that is read again is where it was.
    STEP.set(step().unwrap_or(0));
    listen(&window(), "popstate", |_| moved());
    listen(&window(), "click", follow);
}

/// The number of the present entry of the history.
fn step() -> Option<i32> {
    #[expect(clippy::cast_possible_truncation, reason = "this program wrote it, from an i32")]
    window().history().ok()?.state().ok()?.as_f64().map(|step| step as i32)
}

/// The browser went to another entry of the history; back again, where the user wants to stay.
fn moved() {
    let (was, now) = (STEP.get(), step().unwrap_or(0));
    let elsewhere = window().location().pathname().is_ok_and(|next| path().with_untracked(|path| *path != next));
    if elsewhere && now != was && stays() {
        // What this tells of itself comes to the address that is shown already.
        let _returned = window().history().and_then(|history| history.go_with_delta(was - now));
        return;
    }
    STEP.set(now);
    arrived();
}

fn arrived() {
    let location = window().location();
    let differs = |now: &RwSignal<String>, next: &String| now.with_untracked(|now| now != next);
    let (path, query) = (path(), query());
    if let Some(next) = location.search().ok().filter(|next| differs(&query, next)) {
        query.set(next);
    }
    if let Some(next) = location.pathname().ok().filter(|next| differs(&path, next)) {
        path.set(next);
        // Everybody starts at the top.
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

fn follow(event: Event) {
    let Some(address) = target(&event).and_then(|element| address(&element)) else { return };
    let click: MouseEvent = event.unchecked_into();
    let elsewhere = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if click.default_prevented() || click.button() != 0 || elsewhere {
        return;
    }
    click.prevent_default();
    go(&address, Leave::Behind);
}

/// Where a link around an element leads, if to a screen.
fn address(element: &Element) -> Option<String> {
    let link = element.closest("a[href]").ok().flatten()?;
    if link.has_attribute("target") || link.has_attribute("download") {
        return None;
    }
    let address = link.get_attribute("href")?;
    let rest = address.strip_prefix(HOME)?;
    (rest.is_empty() || rest.starts_with(['/', '?'])).then_some(address)
}
