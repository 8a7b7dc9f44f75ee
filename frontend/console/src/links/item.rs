//! One link: its code to scan, its address, and what can be done with it.

use super::change::Changing;
use super::{Shared, qr};
use crate::action::Action;
use crate::secret::CopyButton;
use crate::units::{is_open, is_over};
use contract::{Link, LinkChannel};
use leptos::prelude::*;
use texts::units::{LinkText, UnitText};
use ui::language::{day, day_and_time};
use ui::{Button, ButtonKind, Glyph, LinkButton, Tag, Tone, api, browser, tr, tr_with};

pub(super) fn item(shared: Shared, link: Link, changing: Changing) -> AnyView {
    let open = is_open(&link);
    let heading = if link.label.is_empty() { link.code.clone() } else { link.label.clone() };
    let service = link.service.clone();
    let about = move || match &service {
        Some(code) => shared.service_name(code),
        None => tr(LinkText::ForAll).to_owned(),
    };
    let questionnaire = link.questionnaire.clone();
    let asks = move || shared.questionnaire_title(&questionnaire);
    let until = match link.expires_at.as_deref() {
        Some(time) => tr_with(LinkText::Until, &[("time", &day_and_time(time))]),
        None => tr(LinkText::NoEnd).to_owned(),
    };
    let channel = tr(channel_text(link.channel));
    let address = link.url.clone();
    let shown = short_address(&link.url).to_owned();
    let fetching = Action::new();
    let take = {
        let code = link.code.clone();
        move || {
            let (path, name) = (qr::path(&code), format!("qr-{code}.svg"));
            fetching.run(async move { api::get_text(&path).await }, move |svg| {
                browser::download(&name, "image/svg+xml", &svg);
            });
        }
    };
    let (edit, end) = (link.clone(), link.clone());
    let poster = format!("/console/links/{}/poster", link.code);
    view! {
        <li class="card link" class:ended=!open>
            <qr::QrCode code=link.code.clone()/>
            <div class="link-text">
                <h2>{heading} " " {state(&link)}</h2>
                <p class="address"><a href=link.url.clone() target="_blank" rel="noopener">{shown}</a></p>
                <p class="mut">{about} " · " {asks}</p>
                <p class="mut">{format!("{channel} · {until}")}</p>
                {fetching.notice()}
                <div class="acts">
                    <LinkButton href=poster glyph=Glyph::Print>{tr(LinkText::Poster)}</LinkButton>
                    <CopyButton text=address words=tr(LinkText::CopyAddress)/>
                    <Button kind=ButtonKind::Plain glyph=Glyph::Download busy=fetching.busy() on_press=take>
                        {tr(LinkText::TakeQr)}
                    </Button>
                    <Button kind=ButtonKind::Plain on_press=move || changing.edit(&edit)>{tr(UnitText::Edit)}</Button>
                    <Button kind=ButtonKind::Plain on_press=move || changing.close_or_open(&end)>
                        {tr(if link.closed_at.is_some() { LinkText::Reopen } else { LinkText::Close })}
                    </Button>
                </div>
            </div>
        </li>
    }
    .into_any()
}

fn state(link: &Link) -> impl IntoView + use<> {
    let ended = link.expires_at.as_deref().filter(|time| is_over(Some(time)));
    let (tone, words) = match (link.closed_at.as_deref(), ended) {
        (Some(closed), _) => (Tone::Soft, tr_with(LinkText::StateClosed, &[("day", &day(closed))])),
        (None, Some(ended)) => (Tone::Soft, tr_with(LinkText::StateExpired, &[("day", &day(ended))])),
        (None, None) => (Tone::Good, tr(LinkText::StateOpen).to_owned()),
    };
    view! { <Tag tone>{words}</Tag> }
}

pub(super) const fn channel_text(channel: LinkChannel) -> LinkText {
    match channel {
        LinkChannel::SelfFilled => LinkText::ChannelSelf,
        LinkChannel::Kiosk => LinkText::ChannelKiosk,
    }
}

/// An address as one types it.
pub(super) fn short_address(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest)
}
