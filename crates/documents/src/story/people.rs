//! Chapter II and the respondents: when, how many, how the answers came, who answered.

use super::{Align, Printer, Table};
use domain::IndexKind;
use domain::figures::{Characteristic, IndexResult, SliceResult};
use domain::report::{PeopleServedNote, ReportDocument};
use domain::settings::FreeServiceFee;
use texts::report::{self, label, row};
use texts::{fill, format};

/// Biaya/Tarif.
const FEE: &str = "U4";
const TWO: [(u32, Align); 2] = [(6, Align::Left), (4, Align::Left)];

pub(super) fn activities(document: &ReportDocument) -> Option<Table> {
    let text = report::ACTIVITIES;
    let columns = [(1, Align::Center), (6, Align::Left), (5, Align::Left), (2, Align::Center)];
    let mut table = Table::new(text.caption, text.heads, &columns);
    table.rows = document
        .activities
        .iter()
        .zip(1_usize..)
        .map(|(activity, no)| {
            vec![no.to_string(), activity.name.clone(), activity.time.clone(), activity.working_days.to_string()]
        })
        .collect();
    table.unless_empty()
}

pub(super) fn sample(document: &ReportDocument) -> Table {
    let (text, sample) = (report::SAMPLE, &document.figures.sample);
    let known = |number: Option<i64>| number.map_or_else(|| row::UNKNOWN.to_owned(), Printer::count);
    let state = match (sample.status.as_str(), sample.missing) {
        ("reached", _) => row::REACHED.to_owned(),
        ("short", Some(missing)) => fill(row::SHORT, &[("missing", &Printer::count(missing))]),
        _ => format::NONE.to_owned(),
    };
    let mut table = Table::new(text.caption, text.heads, &TWO);
    table.rows = vec![
        vec![row::POPULATION.to_owned(), known(sample.people_served)],
        vec![row::REQUIRED.to_owned(), known(sample.required)],
        vec![row::RESPONDENTS.to_owned(), Printer::count(document.figures.n)],
        vec![row::STATE.to_owned(), state],
    ];
    table
}

pub(super) fn method(document: &ReportDocument) -> Table {
    let (text, method) = (report::METHOD, &document.figures.method);
    let mut table = Table::new(text.caption, text.heads, &[(4, Align::Left), (6, Align::Left)]);
    let mut rows: Vec<[String; 2]> = Vec::new();
    for used in &method.questionnaires {
        let values = [
            ("questionnaire", used.code.as_str()),
            ("version", &used.version.to_string()),
            ("grouping", &used.grouping),
            ("n", &Printer::count(used.n)),
        ];
        rows.push([row::GROUPING.to_owned(), fill(row::GROUPING_VALUE, &values)]);
    }
    for index in &document.figures.indices {
        rows.push([fill(row::WEIGHT, &[("index", &short(index))]), Printer::decimal(&index.weight)]);
    }
    if let Some(fee) = document.free_service_fee {
        rows.push([row::FREE_SERVICES.to_owned(), free_services(document, fee)]);
    }
    rows.push([row::UNIT_METHOD.to_owned(), unit_method(document)]);
    for alpha in &document.alphas {
        let values = [("alpha", Printer::decimal(&alpha.alpha)), ("n", Printer::count(alpha.n))];
        let values = [(values[0].0, values[0].1.as_str()), (values[1].0, values[1].1.as_str())];
        rows.push([
            fill(row::ALPHA, &[("index", &alpha.index.code().to_uppercase())]),
            fill(row::ALPHA_VALUE, &values),
        ]);
    }
    rows.push([row::ROUNDING.to_owned(), row::ROUNDING_VALUE.to_owned()]);
    table.rows = rows.into_iter().map(Vec::from).collect();
    table
}

/// How the fee was asked at free services, and what that makes of U4.
fn free_services(document: &ReportDocument, fee: FreeServiceFee) -> String {
    let told = match fee {
        FreeServiceFee::Ditanyakan => row::FREE_ASKED,
        FreeServiceFee::PerlakuanKhusus => row::FREE_SPECIAL,
        FreeServiceFee::TidakDitanyakan => match ikm_of(document) {
            Some(ikm) if ikm.elements.iter().any(|element| element.code == FEE && element.mean.is_some()) => {
                row::FREE_OTHER_ITEMS
            }
            Some(ikm) => {
                let k = ikm.elements.iter().filter(|element| element.mean.is_some()).count();
                return fill(row::FREE_NOT_ASKED, &[("k", &Printer::len(k))]);
            }
            None => row::FREE_LEFT_OUT,
        },
    };
    told.to_owned()
}

fn ikm_of(document: &ReportDocument) -> Option<&IndexResult> {
    document.figures.indices.iter().find(|index| index.summary.index == IndexKind::Ikm)
}

fn unit_method(document: &ReportDocument) -> String {
    let pooled = document.figures.indices.iter().find_map(|index| index.pooled.as_ref());
    match (document.figures.method.unit_dari_layanan.as_str(), pooled) {
        ("gabungan", _) => row::POOLED.to_owned(),
        (_, Some(beside)) => {
            let values = [("count", Printer::len(beside.services)), ("value", Printer::decimal(&beside.converted))];
            fill(row::POOLED_BESIDE, &[(values[0].0, &values[0].1), (values[1].0, &values[1].1)])
        }
        _ => row::MEAN_OF_SERVICES.to_owned(),
    }
}

fn short(index: &IndexResult) -> String {
    index.summary.index.code().to_uppercase()
}

pub(super) fn quality(document: &ReportDocument) -> Table {
    let (text, figures, quality) = (report::QUALITY, &document.figures, &document.quality);
    let n = figures.n;
    let of_n = |label: &str, part: i64| vec![label.to_owned(), Printer::count(part), Printer::share(part, n)];
    let of = |label: String, part: i64, whole: i64| vec![label, Printer::count(part), Printer::share(part, whole)];
    let mut rows: Vec<Vec<String>> =
        figures.channels.iter().map(|channel| of_n(&channel.label.id, channel.n)).collect();
    let own = figures.channels.iter().find(|channel| channel.code == "self_filled");
    if let Some(index) = own.and_then(|own| own.indices.first()) {
        let few = if index.margin.small_sample { format!(" ({})", row::SMALL) } else { String::new() };
        rows.push(vec![
            format!("{}{few}", row::SELF_INDEX),
            Printer::decimal(&index.converted),
            format::NONE.to_owned(),
        ]);
    }
    rows.push(of_n(row::AFTER_PERIOD, quality.entered_after_period));
    rows.push(of_n(row::UNIFORM, quality.uniform));
    rows.push(of_n(row::UNIFORM_FOURS, quality.uniform_fours));
    if let Some(most) = quality.most_from_one_device {
        // Of one month, whether it counts or not: no part of the n above.
        rows.push(vec![row::ONE_DEVICE.to_owned(), Printer::count(most), format::NONE.to_owned()]);
    }
    if let Some(most) = quality.most_from_one_enterer {
        rows.push(of_n(row::ONE_ENTERER, most));
    }
    if quality.undated > 0 {
        rows.push(of_n(row::UNDATED, quality.undated));
    }
    let days = fill(row::DAYS, &[("days", &Printer::count(quality.working_days))]);
    rows.push(of(days, quality.days_with_answers, quality.working_days));
    rows.push(of_n(row::BUSIEST, quality.busiest_day));
    rows.push(of_n(row::LAST_DAYS, quality.last_three_days));
    let given = document.identity.services_given;
    let surveyed = i64::try_from(figures.services.len()).unwrap_or(i64::MAX);
    rows.push(of(fill(row::SERVICES, &[("services", &Printer::count(given))]), surveyed, given));
    if quality.opened > 0 {
        rows.push(vec![row::OPENED.to_owned(), Printer::count(quality.opened), format::NONE.to_owned()]);
        rows.push(of(row::BEGUN.to_owned(), quality.begun, quality.opened));
        rows.push(of(row::FINISHED.to_owned(), quality.finished, quality.opened));
    }
    for element in figures.indices.iter().flat_map(|index| &index.elements).filter(|element| element.skipped > 0) {
        let label = fill(row::SKIPPED, &[("element", &element.code)]);
        rows.push(of(label, element.skipped, element.skipped + element.answered));
    }
    let all = n + figures.excluded.n;
    for excluded in &figures.excluded.by_reason {
        let label = fill(row::EXCLUDED, &[("reason", report::exclusion_reason(&excluded.reason))]);
        rows.push(of(label, excluded.n, all));
    }
    if figures.excluded.by_reason.is_empty() {
        rows.push(of(row::NONE_EXCLUDED.to_owned(), figures.excluded.n, all));
    }
    rows.extend(quality.people_served.iter().map(served));
    let mut table = Table::new(text.caption, text.heads, &[(7, Align::Left), (2, Align::Right), (2, Align::Right)]);
    table.rows = rows;
    table
}

fn served(note: &PeopleServedNote) -> Vec<String> {
    let wording = if note.reason.is_empty() { row::SERVED } else { row::SERVED_CHANGED };
    let values = [("source", note.source.as_str()), ("day", &Printer::day(&note.entered_on)), ("reason", &note.reason)];
    vec![fill(wording, &values), Printer::count(note.people), format::NONE.to_owned()]
}

/// Label, number and share of a group.
type Counted = (String, i64, String);

pub(super) fn characteristics(document: &ReportDocument) -> Option<Table> {
    let (text, figures) = (report::CHARACTERISTICS, &document.figures);
    let columns = [(1, Align::Center), (4, Align::Left), (5, Align::Left), (2, Align::Right), (2, Align::Right)];
    let mut table = Table::new(text.caption, text.heads, &columns);
    let mut no = 0;
    let mut group = |label: &str, parts: Vec<(&str, i64, &str)>| {
        if parts.is_empty() {
            return Vec::new();
        }
        no += 1;
        let first = |at: usize, text: &str| if at == 0 { text.to_owned() } else { String::new() };
        let number = no.to_string();
        let mut rows: Vec<Vec<String>> = parts
            .iter()
            .enumerate()
            .map(|(at, (option, n, percent))| {
                let shown = [first(at, &number), first(at, label), (*option).to_owned()];
                shown.into_iter().chain([Printer::count(*n), Printer::percent(percent)]).collect()
            })
            .collect();
        let all: i64 = parts.iter().map(|(_, n, _)| n).sum();
        rows.push(vec![
            String::new(),
            String::new(),
            label::SUM.to_owned(),
            Printer::count(all),
            Printer::share(all, figures.n),
        ]);
        rows
    };
    let slices = |slices: &[SliceResult]| -> Vec<Counted> {
        slices.iter().map(|slice| (slice.label.id.clone(), slice.n, slice.percent.clone())).collect()
    };
    let mut groups: Vec<(String, Vec<Counted>)> = figures
        .characteristics
        .iter()
        .map(|Characteristic { label, options, .. }| (label.id.clone(), slices(options)))
        .collect();
    let services = figures.services.iter().map(|service| (service.name.clone(), service.n, service.percent.clone()));
    groups.push((row::CHARACTERISTIC_SERVICE.to_owned(), services.collect()));
    groups.push((row::CHARACTERISTIC_TIME.to_owned(), slices(&figures.time_slots)));
    for (label, parts) in &groups {
        let parts = parts.iter().map(|(option, n, percent)| (option.as_str(), *n, percent.as_str())).collect();
        table.rows.extend(group(label, parts));
    }
    table.grouped = 2;
    table.unless_empty()
}
