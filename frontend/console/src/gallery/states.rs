//! What is shown: states, numbers, tables, and nothing.

use super::shown;
use leptos::prelude::*;
use texts::overview::OverviewText;
use texts::problem::ProblemText;
use texts::shell::ShellText;
use texts::ui::UiText;
use ui::{
    Button, Card, Column, Empty, Glyph, GradeBadge, Icon, Meter, Notice, Row, Skeleton, Sort, Table, Tag, Tone, tr,
};

const TONES: [Tone; 5] = [Tone::Info, Tone::Good, Tone::Warn, Tone::Bad, Tone::Soft];

pub(super) fn states() -> AnyView {
    [grades(), tags(), notices(), meters(), table(), empty(), skeleton(), card(), icons()]
        .into_iter()
        .collect_view()
        .into_any()
}

fn grades() -> AnyView {
    let both = domain::Grade::ALL.map(|grade| {
        view! {
            <div class="acts">
                <GradeBadge grade=grade.letter()/>
                <GradeBadge grade=grade.letter() performance=grade.performance().to_owned()/>
            </div>
        }
    });
    shown("GradeBadge", both.into_iter().collect_view())
}

fn tags() -> AnyView {
    let tags = TONES.map(|tone| view! { <Tag tone>{tr(OverviewText::Small)}</Tag> });
    shown("Tag", view! { <div class="acts">{tags.into_iter().collect_view()}</div> })
}

fn notices() -> AnyView {
    let notice = |tone| view! { <Notice tone title=tr(UiText::FailedTitle)>{tr(ProblemText::Busy)}</Notice> };
    let content = view! {
        {TONES.map(notice).into_iter().collect_view()}
        <Notice tone=Tone::Warn glyph=Glyph::Offline title=tr(UiText::OfflineTitle)>{tr(UiText::OfflineKept)}</Notice>
    };
    shown("Notice", content)
}

fn meters() -> AnyView {
    let meter = |value| view! { <Meter value of=212 label=tr(OverviewText::MeterLabel)/> };
    shown("Meter", [0, 37, 175, 212, 300].map(meter).into_iter().collect_view())
}

fn table() -> AnyView {
    let sort = RwSignal::new(Sort { column: 1, down: true });
    let columns = vec![
        Column::words(tr(OverviewText::Group)).sorting(),
        Column::numbers(tr(OverviewText::CountColumn)).sorting(),
        Column::words(tr(OverviewText::GradeColumn)),
    ];
    let rows = move || {
        let mut rows = [("Perempuan", 98, "B"), ("Laki-laki", 77, "A"), ("Tidak menjawab", 3, "C")];
        let Sort { column, down } = sort.get();
        rows.sort_by(|a, b| if column == 0 { a.0.cmp(b.0) } else { a.1.cmp(&b.1) });
        if down {
            rows.reverse();
        }
        let row = |(name, n, grade): (&'static str, i32, &'static str)| -> Row {
            vec![name.into_any(), n.into_any(), view! { <GradeBadge grade=grade/> }.into_any()]
        };
        rows.into_iter().map(row).collect::<Vec<Row>>()
    };
    shown("Table", view! { <Table caption=tr(OverviewText::Characteristics) columns rows sort=sort/> })
}

fn empty() -> AnyView {
    let content = view! {
        <Empty title=tr(OverviewText::CommentsEmpty) text=tr(OverviewText::EmptyRunning) glyph=Glyph::Comments>
            <Button glyph=Glyph::Plus on_press=|| {}>{tr(UiText::Save)}</Button>
        </Empty>
    };
    shown("Empty", content)
}

fn skeleton() -> AnyView {
    shown("Skeleton", view! { <Skeleton lines=3/><Skeleton block=90/> })
}

fn card() -> AnyView {
    let action = || view! { <a class="more" href="/console/_ui">{tr(OverviewText::CommentsAll)}</a> };
    let content = view! {
        <Card title=tr(ShellText::Product) note=tr(OverviewText::CompletionNote) actions=action>
            <p class="mid">"175 " <small>"dari 212"</small></p>
        </Card>
    };
    shown("Card", content)
}

fn icons() -> AnyView {
    let icons = Glyph::ALL.iter().map(|glyph| view! { <span title=format!("{glyph:?}")><Icon glyph=*glyph/></span> });
    shown("Icon", view! { <div class="acts">{icons.collect_view()}</div> })
}
