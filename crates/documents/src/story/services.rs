//! Services: ranked, and by element.

use super::elements::table_of;
use super::{Align, Cell, Column, Printer, Table};
use domain::figures::{IndexSummary, ServiceResult};
use domain::report::{ReportDocument, ServiceElements, mean_of_printed_values};
use domain::{Decimal, IndexKind};
use texts::report::{self, label, row};
use texts::{fill, format};

const FEW: i64 = domain::margin::LEAST_WITHOUT_WARNING;

/// Services with an index, the best first; those of few respondents below, without a place.
pub(super) fn ranked(document: &ReportDocument, kind: IndexKind) -> Option<Table> {
    let columns = [
        (1, Align::Center),
        (7, Align::Left),
        (3, Align::Center),
        (2, Align::Center),
        (2, Align::Center),
        (3, Align::Center),
    ];
    let mut table = table_of(kind, report::SERVICES, report::INDEX_SERVICES, &columns);
    let mut services: Vec<Ranked<'_>> = match kind {
        IndexKind::Ikm => document.services.iter().filter_map(Ranked::by_ikm).collect(),
        _ => document.figures.services.iter().filter_map(|service| Ranked::by(service, kind)).collect(),
    };
    services.sort_by_key(|service| (service.n < FEW, std::cmp::Reverse(service.value)));
    for Ranked { name, n, value, index } in &services {
        let better = services.iter().filter(|other| other.n >= FEW && other.value > *value).count();
        let place = if *n < FEW { format::NONE.to_owned() } else { (better + 1).to_string() };
        let few = if *n < FEW { format!(" ({})", row::SMALL) } else { String::new() };
        table.rows.push(vec![
            place,
            format!("{name}{few}"),
            Printer::count(*n),
            Printer::decimal(&value.to_string()),
            index.grade.clone(),
            index.performance.clone(),
        ]);
    }
    table.unless_empty()
}

/// A service, its printed value, and how many respondents stand beside it.
struct Ranked<'a> {
    name: &'a str,
    n: i64,
    value: Decimal,
    index: &'a IndexSummary,
}

impl<'a> Ranked<'a> {
    fn by_ikm(service: &'a ServiceElements) -> Option<Self> {
        let index = service.ikm.as_ref()?;
        Some(Self { name: &service.name, n: service.n, value: index.converted.parse().ok()?, index })
    }

    fn by(service: &'a ServiceResult, kind: IndexKind) -> Option<Self> {
        let index = service.indices.iter().find(|summary| summary.index == kind)?;
        Some(Self { name: &service.name, n: index.n, value: index.converted.parse().ok()?, index })
    }
}

/// The four-chapter form's table: each service with its nine elements and IKM.
pub(super) fn by_element(document: &ReportDocument) -> Option<Table> {
    let text = report::SERVICE_ELEMENTS;
    let elements = IndexKind::Ikm.elements();
    let mut table = Table::new(text.caption, text.heads, &[(2, Align::Center), (7, Align::Left), (3, Align::Center)]);
    table.columns.extend(std::iter::repeat_n(Column { width: 2, align: Align::Center }, elements.len() + 1));
    if let Some(head) = table.head.first_mut() {
        head.extend(elements.iter().map(|element| Cell::of(*element)));
        head.push(Cell::of(IndexKind::Ikm.code().to_uppercase()));
    }
    for (service, no) in document.services.iter().zip(1_usize..) {
        let of = |code: &&str| service.elements.iter().find(|element| element.code == **code);
        let cells = elements.iter().map(|code| Printer::option(of(code).map(|element| &element.converted)));
        let mut row = vec![no.to_string(), service.name.clone(), Printer::count(service.n)];
        row.extend(cells);
        row.push(Printer::option(service.ikm.as_ref().map(|ikm| &ikm.converted)));
        table.rows.push(row);
    }
    if table.rows.is_empty() {
        return None;
    }
    let mut foot = vec![String::new(), label::MEAN_PER_ELEMENT.to_owned(), String::new()];
    for code in elements {
        let values = document.services.iter().flat_map(|service| &service.elements);
        foot.push(mean(values.filter(|element| element.code == *code).map(|element| element.converted.as_str())));
    }
    foot.push(mean(document.services.iter().filter_map(|service| Some(service.ikm.as_ref()?.converted.as_str()))));
    table.rows.push(foot);
    table.foot = 1;
    table.dense = true;
    if document.services.len() > 1 {
        table.note = note(document);
    }
    Some(table)
}

/// Says that the foot's mean of services is not the unit's index where it is pooled.
fn note(document: &ReportDocument) -> String {
    let ikm = document.figures.indices.iter().find(|index| index.summary.index == IndexKind::Ikm);
    ikm.map_or_else(String::new, |ikm| {
        fill(row::SERVICES_NOTE, &[("value", &Printer::decimal(&ikm.summary.converted))])
    })
}

/// The mean of printed values, as a reader computes it.
fn mean<'a>(values: impl Iterator<Item = &'a str>) -> String {
    Printer::option(mean_of_printed_values(values).as_ref())
}
