//! Services: ranked, and by element.

use super::{Align, Cell, Column, Printer, Table};
use domain::report::{ReportDocument, ServiceElements, mean_of_printed_values};
use domain::{Decimal, IndexKind};
use texts::report::{self, label, row};
use texts::{fill, format};

const FEW: i64 = domain::margin::LEAST_WITHOUT_WARNING;

/// Services with an IKM, the best first; those of few respondents below, without a place.
pub(super) fn ranked(document: &ReportDocument) -> Option<Table> {
    let text = report::SERVICES;
    let columns = [
        (1, Align::Center),
        (7, Align::Left),
        (3, Align::Center),
        (2, Align::Center),
        (2, Align::Center),
        (3, Align::Center),
    ];
    let mut table = Table::new(text.caption, text.heads, &columns);
    let value = |service: &ServiceElements| service.ikm.as_ref()?.converted.parse::<Decimal>().ok();
    let mut services: Vec<_> =
        document.services.iter().filter_map(|service| Some((value(service)?, service))).collect();
    services.sort_by_key(|(value, service)| (service.n < FEW, std::cmp::Reverse(*value)));
    for (value, service) in &services {
        let better = services.iter().filter(|(other, of)| of.n >= FEW && other > value).count();
        let place = if service.n < FEW { format::NONE.to_owned() } else { (better + 1).to_string() };
        let few = if service.n < FEW { format!(" ({})", row::SMALL) } else { String::new() };
        table.rows.push(vec![
            place,
            format!("{}{few}", service.name),
            Printer::count(service.n),
            Printer::decimal(&value.to_string()),
            service.ikm.as_ref().map(|ikm| ikm.grade.clone()).unwrap_or_default(),
            service.ikm.as_ref().map(|ikm| ikm.performance.clone()).unwrap_or_default(),
        ]);
    }
    table.unless_empty()
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
