//! Chapter II and the respondents: when, how many, how the answers came, who answered.

use super::facts::{Amount, Fact, FactTable};
use super::{Align, Printer, Table};
use domain::IndexKind;
use domain::figures::{Characteristic, IndexResult, SliceResult};
use domain::report::{PeopleServedNote, ReportDocument};
use domain::settings::FreeServiceFee;
use texts::fill;
use texts::report::{self, label, row};

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

pub(super) fn sample(document: &ReportDocument) -> FactTable {
    let (text, sample) = (report::SAMPLE, &document.figures.sample);
    let state = match (sample.status.as_str(), sample.missing) {
        ("reached", _) => Amount::Text(row::REACHED.to_owned()),
        ("short", Some(missing)) => Amount::Text(fill(row::SHORT, &[("missing", &Printer::count(missing))])),
        _ => Amount::Nothing,
    };
    let facts = vec![
        Fact::of(row::POPULATION, [Amount::known(sample.people_served, Amount::Count, row::UNKNOWN)]),
        Fact::of(row::REQUIRED, [Amount::known(sample.required, Amount::Required, row::UNKNOWN)]),
        Fact::of(row::RESPONDENTS, [Amount::Respondents(document.figures.n)]),
        Fact::of(row::STATE, [state]),
    ];
    FactTable::new(Table::new(text.caption, text.heads, &TWO), facts)
}

pub(super) fn method(document: &ReportDocument) -> FactTable {
    let (text, method) = (report::METHOD, &document.figures.method);
    let told = |label: &str, told: String| Fact::of(label, [Amount::Text(told)]);
    let mut facts = Vec::new();
    for used in &method.questionnaires {
        let values = [
            ("questionnaire", used.code.as_str()),
            ("version", &used.version.to_string()),
            ("grouping", &used.grouping),
            ("n", &Printer::count(used.n)),
        ];
        facts.push(told(row::GROUPING, fill(row::GROUPING_VALUE, &values)));
    }
    for index in &document.figures.indices {
        let weight = index.weight.clone();
        let weight = if weight.contains('/') { Amount::Fraction(weight) } else { Amount::Decimal(weight) };
        facts.push(Fact::of(fill(row::WEIGHT, &[("index", &short(index))]), [weight]));
    }
    if let Some(fee) = document.free_service_fee {
        facts.push(told(row::FREE_SERVICES, free_services(document, fee)));
    }
    facts.push(told(row::UNIT_METHOD, unit_method(document)));
    if document.city.is_some() {
        facts.push(told(row::CITY_VALUE, label::CITY_METHOD.to_owned()));
    }
    for alpha in &document.alphas {
        let label = fill(row::ALPHA, &[("index", &alpha.index.code().to_uppercase())]);
        let rest = fill(row::ALPHA_VALUE, &[("n", &Printer::count(alpha.n))]);
        facts.push(Fact::of(label, [Amount::Told { value: alpha.alpha.clone(), rest }]));
    }
    facts.push(told(row::ROUNDING, row::ROUNDING_VALUE.to_owned()));
    FactTable::new(Table::new(text.caption, text.heads, &[(4, Align::Left), (6, Align::Left)]), facts)
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
    if document.city.is_some() {
        let of_services = document.figures.method.unit_dari_layanan != "gabungan";
        return if of_services { row::MEAN_OF_SERVICES } else { row::POOLED }.to_owned();
    }
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

pub(super) fn quality(document: &ReportDocument) -> FactTable {
    let (text, figures, quality) = (report::QUALITY, &document.figures, &document.quality);
    let n = figures.n;
    let of = |label: String, part, whole| Fact::of(label, [Amount::Count(part), Amount::Share { part, whole }]);
    let of_n = |label: &str, part: i64| of(label.to_owned(), part, n);
    let alone = |label: String, amount: Amount| Fact::of(label, [amount, Amount::Nothing]);
    let mut rows: Vec<Fact> = figures.channels.iter().map(|channel| of_n(&channel.label.id, channel.n)).collect();
    let own = figures.channels.iter().find(|channel| channel.code == "self_filled");
    if let Some(index) = own.and_then(|own| own.indices.first()) {
        let few = if index.margin.small_sample { format!(" ({})", row::SMALL) } else { String::new() };
        rows.push(alone(format!("{}{few}", row::SELF_INDEX), Amount::Decimal(index.converted.clone())));
    }
    rows.push(of_n(row::AFTER_PERIOD, quality.entered_after_period));
    rows.push(of_n(row::UNIFORM, quality.uniform));
    rows.push(of_n(row::UNIFORM_FOURS, quality.uniform_fours));
    if let Some(most) = quality.most_from_one_device {
        // Of one month, whether it counts or not: no part of the n above.
        rows.push(alone(row::ONE_DEVICE.to_owned(), Amount::Count(most)));
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
    rows.push(surveyed(document));
    if quality.opened > 0 {
        rows.push(alone(row::OPENED.to_owned(), Amount::Count(quality.opened)));
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
    rows.extend(quality.people_served.iter().map(|note| alone(served(note), Amount::Count(note.people))));
    let columns = [(7, Align::Left), (2, Align::Right), (2, Align::Right)];
    // Dense: its thirty rows on one page.
    let table = Table { dense: true, ..Table::new(text.caption, text.heads, &columns) };
    FactTable::new(table, rows)
}

/// How many of the services were surveyed; of the city how many of the obliged units.
fn surveyed(document: &ReportDocument) -> Fact {
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let (label, key, part, whole) = match &document.city {
        Some(city) => (row::UNITS, "units", number(city.recap.units_with_answers), number(city.recap.units_obliged)),
        None => (row::SERVICES, "services", number(document.figures.services.len()), document.identity.services_given),
    };
    let label = fill(label, &[(key, &Printer::count(whole))]);
    Fact::of(label, [Amount::Count(part), Amount::Share { part, whole }])
}

fn served(note: &PeopleServedNote) -> String {
    let wording = if note.reason.is_empty() { row::SERVED } else { row::SERVED_CHANGED };
    let values = [("source", note.source.as_str()), ("day", &Printer::day(&note.entered_on)), ("reason", &note.reason)];
    fill(wording, &values)
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
            // A characteristic stands on those who were asked.
            Printer::share(all, all),
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
