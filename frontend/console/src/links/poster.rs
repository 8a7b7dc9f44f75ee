//! The poster of a link, as it comes out of the printer: A4, in Indonesian, readable from two metres.

use super::item::short_address;
use super::qr::QrCode;
use crate::units::{is_open, links_address};
use contract::survey::Survey;
use contract::{Link, Unit};
use domain::questionnaire::minutes_for;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use std::sync::Arc;
use texts::Language::Indonesian;
use texts::units::PosterText;
use ui::{
    Button, ButtonKind, Glyph, Icon, Loaded, Notice, PageHead, Remote, Skeleton, Tone, browser, tr, tr_with, use_remote,
};

#[component]
pub(crate) fn Poster() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.read().get("link").unwrap_or_default());
    let link: Remote<Link> = use_remote(move || Some(format!("/links/{}", code.get())));
    // A closed link has no survey; its poster is shown without the length.
    let survey: Remote<Survey> = use_remote(move || Some(format!("/public/surveys/{}", code.get())));
    let unit = Memo::new(move |_| link.value().map(|link| link.unit.clone()));
    let known: Remote<Unit> = use_remote(move || unit.get().map(|unit| format!("/units/{unit}")));
    let above = move || {
        known.value().map(|unit| {
            let words = tr_with(PosterText::Back, &[("unit", &unit.name)]);
            view! {
                <A href=links_address(&unit.code)>
                    <Icon glyph=Glyph::Left/>
                    {words}
                </A>
            }
        })
    };
    view! {
        <div class="no-print">
            <PageHead title=tr(PosterText::Title) lead=tr(PosterText::Lead) above=above>
                <Button kind=ButtonKind::Primary glyph=Glyph::Print on_press=|| browser::print()>{tr(PosterText::Print)}</Button>
            </PageHead>
        </div>
        <Loaded remote=link skeleton=|| view! { <Skeleton block=720/> } let:link>
            {sheet(&link, known, survey)}
        </Loaded>
    }
}

fn sheet(link: &Arc<Link>, unit: Remote<Unit>, survey: Remote<Survey>) -> AnyView {
    let closed = (!is_open(link)).then(|| {
        view! {
            <div class="no-print">
                <Notice tone=Tone::Warn title=tr(PosterText::ClosedTitle)>{tr(PosterText::ClosedText)}</Notice>
            </div>
        }
    });
    let name = Memo::new(move |_| unit.value().map(|unit| unit.name.clone()).unwrap_or_default());
    let service = link.service.clone();
    let about = {
        let service = service.clone();
        move || {
            let survey = survey.value()?;
            let service = survey.services.iter().find(|known| Some(&known.code) == service.as_ref())?;
            Some(PosterText::For.filled(Indonesian, &[("service", &service.name)]))
        }
    };
    let length = move || {
        let survey = survey.value()?;
        let meant = service.as_deref().unwrap_or(&survey.default_service);
        let asked = survey.services.iter().find(|service| service.code == meant).or_else(|| survey.services.first())?;
        let (count, minutes) = (asked.items.len().to_string(), minutes_for(asked.items.len()).to_string());
        Some(PosterText::Length.filled(Indonesian, &[("count", &count), ("minutes", &minutes)]))
    };
    let promise = |words: &'static str| {
        view! {
            <li>
                <Icon glyph=Glyph::Check/>
                <span>{words}</span>
            </li>
        }
    };
    let address = short_address(&link.url).to_owned();
    view! {
        {closed}
        <article class="poster" lang="id">
            <p class="poster-unit">{move || name.get()}</p>
            <p class="poster-about">{about}</p>
            <h2>{PosterText::Ask.text(Indonesian)}</h2>
            <p class="poster-scan">{PosterText::Scan.text(Indonesian)}</p>
            <QrCode code=link.code.clone()/>
            <p class="poster-type">{PosterText::OrType.text(Indonesian)}</p>
            <p class="poster-address">{address}</p>
            <ul class="poster-promises">
                {move || length().map(|length| view! {
                    <li>
                        <Icon glyph=Glyph::Check/>
                        <span>{length}</span>
                    </li>
                })}
                {promise(PosterText::NoName.text(Indonesian))} {promise(PosterText::Unaffected.text(Indonesian))}
            </ul>
            <footer>
                <p>{move || PosterText::Why.filled(Indonesian, &[("unit", &name.get())])}</p>
                <p>{link.label.clone()}</p>
            </footer>
        </article>
    }
    .into_any()
}
