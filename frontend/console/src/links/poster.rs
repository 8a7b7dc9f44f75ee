//! The poster of a link, as it comes out of the printer: A4, in Indonesian, readable from two metres.

use super::item::short_address;
use super::qr::qr_code;
use crate::units::{is_open, links_address};
use contract::Unit;
use dom::prelude::*;
use json::Value;
use texts::Language::Indonesian;
use texts::survey::minutes_for;
use texts::units::PosterText;
use ui::{
    Button, ButtonKind, Glyph, Notice, PageHead, Remote, Tone, browser, icon, loaded, skeleton_block, tr, tr_with,
    use_remote,
};

/// The screen of a link's poster.
pub(crate) fn poster(link: &str) -> Node {
    let paths = [format!("/links/{link}"), format!("/public/surveys/{link}")];
    let [link, survey] = paths.map(|path| move || Some(path.clone()));
    let link: Remote<Value> = use_remote(link);
    // A closed link has no survey; its poster is shown without the length.
    let survey: Remote<Value> = use_remote(survey);
    let unit = memo(move || link.value().map(|link| link.text("unit").to_owned()));
    let known: Remote<Unit> = use_remote(move || unit.get().map(|unit| format!("/units/{unit}")));
    let above = move || {
        let unit = known.value()?;
        let words = tr_with(PosterText::Back, &[("unit", &unit.name)]);
        Some(el("a", "").attr("href", &links_address(&unit.code)).child(icon(Glyph::Left)).text(&words))
    };
    let print = Button::new(tr(PosterText::Print)).kind(ButtonKind::Primary).glyph(Glyph::Print);
    let head = PageHead::new(tr(PosterText::Title)).lead(tr(PosterText::Lead)).above(live(above));
    fragment().child(el("div", "no-print").child(head.actions(print.on_press(browser::print)))).child(loaded(
        link,
        || skeleton_block(720),
        move |link| sheet(&link, known, survey),
    ))
}

fn sheet(link: &Value, unit: Remote<Unit>, survey: Remote<Value>) -> Node {
    let closed = (!is_open(link)).then(|| {
        let notice = Notice::new(Tone::Warn, tr(PosterText::ClosedText)).title(tr(PosterText::ClosedTitle));
        el("div", "no-print").child(notice)
    });
    let name = memo(move || unit.value().map(|unit| unit.name.clone()).unwrap_or_default());
    let service = link.text("service").to_owned();
    let about = move || {
        let survey = survey.value()?;
        let service = named(&survey, &service)?;
        Some(PosterText::For.filled(Indonesian, &[("service", service.text("name"))]))
    };
    // A label that only repeats the service says nothing new.
    let (service, label) = (link.text("service").to_owned(), link.text("label").to_owned());
    let label = move || {
        let survey = survey.value();
        let named = survey.as_deref().and_then(|survey| named(survey, &service));
        if named.is_some_and(|service| service.text("name") == label) { String::new() } else { label.clone() }
    };
    let service = link.text("service").to_owned();
    let length = move || {
        let survey = survey.value()?;
        let meant = if service.is_empty() { survey.text("default_service") } else { &service };
        let asked = named(&survey, meant).or_else(|| survey.list("services").first())?;
        let items = asked.list("items").len();
        let (count, minutes) = (items.to_string(), minutes_for(items).to_string());
        Some(promise(&PosterText::Length.filled(Indonesian, &[("count", &count), ("minutes", &minutes)])))
    };
    let line = |class: &str, words: PosterText| el("p", class).text(words.text(Indonesian));
    let promises = el("ul", "poster-promises")
        .child(live(length))
        .all([PosterText::NoName, PosterText::Unaffected].map(|words| promise(words.text(Indonesian))));
    let why = move || PosterText::Why.filled(Indonesian, &[("unit", &name.get())]);
    let paper = el("article", "poster")
        .attr("lang", "id")
        .child(el("p", "poster-unit").child(Words::from(name)))
        .child(el("p", "poster-about").child(Words::from(about)))
        .child(el("h2", "").text(PosterText::Ask.text(Indonesian)))
        .child(line("poster-scan", PosterText::Scan))
        .child(qr_code(link.text("code")))
        .child(line("poster-type", PosterText::OrType))
        .child(el("p", "poster-address").text(short_address(link.text("url"))))
        .child(promises)
        .child(el("footer", "").child(el("p", "").live_text(why)).child(el("p", "").live_text(label)));
    fragment().all(closed).child(paper)
}

fn named<'a>(survey: &'a Value, service: &str) -> Option<&'a Value> {
    survey.list("services").iter().find(|known| known.text("code") == service)
}

fn promise(words: &str) -> Node {
    el("li", "").child(icon(Glyph::Check)).child(el("span", "").text(words))
}
