//! A chart in its card.

use super::download;
use super::sheet::Drawing;
use super::width::use_width;
use crate::components::{Button, ButtonKind, Glyph, Icon, Notice, Table, Tone};
use crate::language::tr;
use charts::Frame;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use texts::chart::ChartText;
use wasm_bindgen::JsCast;

/// The width of a picture that stands alone.
const ALONE: u32 = 720;

#[derive(Clone, Copy)]
enum File {
    Svg,
    Png,
    Csv,
}

/// A card with a chart: its title says what it shows, the table is one click away, both can be taken as files.
#[component]
pub fn Figure(
    /// What it shows.
    #[prop(into)]
    title: Signal<String>,
    /// A remark at the heading's right, such as the scale.
    #[prop(optional, into)]
    note: MaybeProp<String>,
    /// Whose figures, of when, of how many: stands under a downloaded picture.
    #[prop(into)]
    source: Signal<String>,
    /// The name of the files, without ending.
    #[prop(into)]
    file: Signal<String>,
    /// The chart.
    #[prop(into)]
    drawing: Signal<Drawing>,
    /// More classes, for its place in a grid.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let as_table = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let frame = move |width, alone| Frame {
        width,
        title: title.get_untracked(),
        description: drawing.with_untracked(|drawing| drawing.summary.clone()),
        alone,
        note: source.get_untracked(),
    };
    let take = Callback::new(move |file_kind: File| {
        let (name, drawing) = (file.get_untracked(), drawing.get_untracked());
        let picture = || (drawing.draw)(&frame(ALONE, true));
        failed.set(false);
        match file_kind {
            File::Svg => download::svg(&name, &picture()),
            File::Csv => download::csv(&name, &drawing.sheet.csv()),
            File::Png => {
                let picture = picture();
                spawn_local(async move {
                    failed.set(!download::png(&name, &picture).await);
                });
            }
        }
    });
    view! {
        <section class=format!("card chart-card {class}")>
            <div class="ch">
                <h2>{move || title.get()}</h2>
                {move || note.get().map(|note| view! { <span class="note">{note}</span> })}
                <div class="acts">
                    <TableSwitch as_table title/>
                    <Files take title/>
                </div>
            </div>
            {move || failed.get().then(|| view! { <Notice tone=Tone::Bad>{tr(ChartText::PictureFailed)}</Notice> })}
            <Show when=move || as_table.get() fallback=move || view! { <Picture title drawing/> }>
                {move || {
                    let sheet = drawing.with(|drawing| drawing.sheet.clone());
                    let columns = sheet.columns.clone();
                    view! { <Table caption=title.get() columns rows=move || sheet.cells() matrix=true/> }
                }}
            </Show>
            {move || drawing.with(|drawing| drawing.remark.clone()).map(|remark| view! { <p class="remark">{remark}</p> })}
        </section>
    }
}

#[component]
fn Picture(title: Signal<String>, drawing: Signal<Drawing>) -> impl IntoView {
    let place: NodeRef<html::Div> = NodeRef::new();
    let width = use_width(place);
    let picture = move || match width.get() {
        0 => String::new(),
        width => drawing.with(|drawing| {
            let frame = Frame {
                width,
                title: title.get(),
                description: drawing.summary.clone(),
                alone: false,
                note: String::new(),
            };
            (drawing.draw)(&frame)
        }),
    };
    // The router follows links of the page, not those inside a drawing.
    let navigate = use_navigate();
    let follow = move |event: leptos::ev::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let address = target
            .and_then(|target| target.closest("a[href]").ok().flatten())
            .and_then(|anchor| anchor.get_attribute("href"));
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
        if let Some(address) = address.filter(|address| address.starts_with('/') && !elsewhere) {
            event.prevent_default();
            navigate(&address, Default::default());
        }
    };
    view! { <div class="picture" node_ref=place inner_html=picture on:click=follow></div> }
}

#[component]
fn TableSwitch(as_table: RwSignal<bool>, title: Signal<String>) -> impl IntoView {
    let words = move || tr(if as_table.get() { ChartText::AsChart } else { ChartText::AsTable });
    view! {
        <button
            type="button"
            class="btn three small"
            aria-label=move || format!("{}: {}", words(), title.get())
            on:click=move |_| as_table.update(|as_table| *as_table = !*as_table)
        >
            {move || view! { <Icon glyph=if as_table.get() { Glyph::Chart } else { Glyph::Table }/> }}
            <span>{words}</span>
        </button>
    }
}

/// The three files, behind one button; a click elsewhere or Escape closes them.
#[component]
fn Files(take: Callback<File>, title: Signal<String>) -> impl IntoView {
    let open = RwSignal::new(false);
    let place: NodeRef<html::Div> = NodeRef::new();
    let outside = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let inside = place.get_untracked().is_some_and(|place| place.contains(target.as_ref()));
        if !inside && open.try_get_untracked() == Some(true) {
            open.set(false);
        }
    });
    on_cleanup(move || outside.remove());
    let choice = move |file: File, words: ChartText| {
        let press = Callback::new(move |()| {
            open.set(false);
            take.run(file);
        });
        view! { <Button kind=ButtonKind::Plain on_press=press>{tr(words)}</Button> }
    };
    view! {
        <div
            class="files"
            node_ref=place
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    open.set(false);
                }
            }
        >
            <button
                type="button"
                class="btn three small alone"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-label=move || format!("{}: {}", tr(ChartText::Download), title.get())
                title=tr(ChartText::Download)
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon glyph=Glyph::Download/>
            </button>
            <Show when=move || open.get()>
                <div class="files-list">
                    {choice(File::Svg, ChartText::DownloadSvg)} {choice(File::Png, ChartText::DownloadPng)}
                    {choice(File::Csv, ChartText::DownloadCsv)}
                </div>
            </Show>
        </div>
    }
}
