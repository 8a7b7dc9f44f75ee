//! The four states of what is read: on its way, there, failed, offline.

use super::button::while_so;
use super::{Button, ButtonKind, Glyph, Notice, Tone};
use crate::api::Failure;
use crate::language::tr;
use crate::remote::{Reading, Remote, Value, typed};
use dom::{Flag, Make, Node, el, fragment, live, memo, show};
use std::sync::Arc;
use texts::ui::UiText;

/// Shows the skeleton, then the value; on failure the reason and a way to try again. An older value stays visible without
/// a network, and says so. Takes what is read, the final shape in grey, and the content of a value.
pub fn loaded<T: Send + Sync + 'static, S: Into<Node>, N: Into<Node>>(
    remote: Remote<T>,
    skeleton: impl Fn() -> S + 'static,
    content: impl Fn(Arc<T>) -> N + 'static,
) -> Node {
    let content = move |value| typed(value).map(|value| content(value).into()).into();
    states(remote.reading, Box::new(skeleton), Box::new(content))
}

fn states(reading: Reading, skeleton: Box<dyn Make>, content: Box<dyn Fn(Value) -> Node>) -> Node {
    let kept = move || reading.value.with(Option::is_some) && reading.failure.get() == Some(Failure::Offline);
    let offline = show(kept, move || {
        Notice::new(Tone::Warn, [tr(UiText::OfflineKept).into(), again(reading)])
            .glyph(Glyph::Offline)
            .title(tr(UiText::OfflineTitle))
    });
    // Why nothing is shown; a failure beside an older value draws nothing anew.
    let failure = memo(move || if reading.value.with(Option::is_some) { None } else { reading.failure.get() });
    let state = move || match (reading.value.get(), failure.get()) {
        (Some(value), _) => content(value),
        (None, Some(failure)) => failed(&failure, reading),
        (None, None) => {
            let said = el("span", "sr").attr("role", "status").text(tr(UiText::Loading));
            el("div", "sk-all").child(said).child(skeleton.make())
        }
    };
    let busy = while_so(&Flag::from(reading.loading));
    fragment().child(offline).child(el("div", "loaded").bind("aria-busy", busy).child(live(state)))
}

fn again(reading: Reading) -> Node {
    let button = Button::new(tr(UiText::Retry)).kind(ButtonKind::Plain).glyph(Glyph::Reload);
    button.on_press(move || reading.reload()).node()
}

fn failed(failure: &Failure, reading: Reading) -> Node {
    let (tone, title, glyph) = match failure {
        Failure::Offline => (Tone::Warn, UiText::OfflineTitle, Glyph::Offline),
        _ => (Tone::Bad, UiText::FailedTitle, Glyph::Warning),
    };
    Notice::new(tone, [failure.sentence().into(), again(reading)]).glyph(glyph).title(tr(title)).node()
}
