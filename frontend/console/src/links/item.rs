//! One link: its code to scan, its address, and what can be done with it.

use super::change::Changing;
use super::{Shared, qr};
use crate::action::Action;
use crate::secret::copy_button;
use crate::units::{is_open, is_over};
use dom::prelude::*;
use json::Value;
use texts::units::{LinkText, UnitText};
use ui::language::{day, day_and_time};
use ui::{Button, ButtonKind, Glyph, Tone, api, browser, link_button, tag, tr, tr_with};

pub(super) fn item(shared: Shared, link: &Value, changing: Changing) -> Node {
    let (code, label) = (link.text("code"), link.text("label"));
    let heading = if label.is_empty() { code } else { label };
    let service = link.text("service").to_owned();
    let about = move || match service.as_str() {
        "" => tr(LinkText::ForAll).to_owned(),
        code => shared.service_name(code),
    };
    let questionnaire = link.text("questionnaire").to_owned();
    let asks = move || shared.questionnaire_title(&questionnaire);
    let until = match link.text("expires_at") {
        "" => tr(LinkText::NoEnd).to_owned(),
        time => tr_with(LinkText::Until, &[("time", &day_and_time(time))]),
    };
    let channel = tr(if link.text("channel") == KIOSK { LinkText::ChannelKiosk } else { LinkText::ChannelSelf });
    let survey = el("a", "").attr("href", link.text("url")).attr("target", "_blank").attr("rel", "noopener");
    let fetching = Action::new();
    let text = el("div", "link-text")
        .child(el("h2", "").text(heading).text(" ").child(state(link)))
        .child(el("p", "address").child(survey.text(short_address(link.text("url")))))
        .child(el("p", "mut").child(Words::from(about)).text(" · ").child(Words::from(asks)))
        .child(el("p", "mut").text(&format!("{channel} · {until}")))
        .child(fetching.notice());
    let acts = el("div", "acts").all(acts(link, changing, fetching));
    el("li", "card link").class("ended", !is_open(link)).child(qr::qr_code(code)).child(text).child(acts)
}

/// What can be done with it.
fn acts(link: &Value, changing: Changing, fetching: Action) -> [Node; 5] {
    let code = link.text("code").to_owned();
    let poster = format!("/console/links/{code}/poster");
    let take = move || {
        let (path, name) = (qr::path(&code), format!("qr-{code}.svg"));
        fetching.run(api::get_text(&path), move |svg| {
            browser::download(&name, "image/svg+xml", &svg);
        });
    };
    let plain = |words| Button::new(tr(words)).kind(ButtonKind::Plain);
    let (edit, end) = (link.clone(), link.clone());
    let ending = if link.text("closed_at").is_empty() { LinkText::Close } else { LinkText::Reopen };
    [
        link_button(poster, ButtonKind::Secondary, Some(Glyph::Print), tr(LinkText::Poster)),
        copy_button(link.text("url").to_owned(), tr(LinkText::CopyAddress)),
        plain(LinkText::TakeQr).glyph(Glyph::Download).busy(fetching.busy()).on_press(take).node(),
        Button::new(tr(UnitText::Edit)).kind(ButtonKind::Plain).on_press(move || changing.edit(&edit)).node(),
        plain(ending).on_press(move || changing.close_or_open(&end)).node(),
    ]
}

fn state(link: &Value) -> Node {
    let ended = |words, name| tag(Tone::Soft, tr_with(words, &[("day", &day(link.text(name)))]));
    match (link.text("closed_at").is_empty(), is_over(link)) {
        (false, _) => ended(LinkText::StateClosed, "closed_at"),
        (true, true) => ended(LinkText::StateExpired, "expires_at"),
        (true, false) => tag(Tone::Good, tr(LinkText::StateOpen)),
    }
}

/// The channel of a tablet on the counter; the other is the respondent's own device.
pub(super) const KIOSK: &str = "kiosk";

/// An address as one types it.
pub(super) fn short_address(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest)
}
