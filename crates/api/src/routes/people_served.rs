//! How many people a unit served.

pub mod list_people_served;
pub mod put_people_served;

use crate::clock::rfc3339;
use contract::{EarlierPeopleServed, PeopleServedSource};
use domain::Code;
use store::people_served::{PeopleServed, Source};

const fn source_body(source: Source) -> PeopleServedSource {
    match source {
        Source::Register => PeopleServedSource::Register,
        Source::Antrean => PeopleServedSource::Antrean,
        Source::Perkiraan => PeopleServedSource::Perkiraan,
    }
}

const fn source_of(source: PeopleServedSource) -> Source {
    match source {
        PeopleServedSource::Register => Source::Register,
        PeopleServedSource::Antrean => Source::Antrean,
        PeopleServedSource::Perkiraan => Source::Perkiraan,
    }
}

/// The number that counts, with those before it, the newest first.
fn body(unit: &str, current: &PeopleServed, earlier: &[PeopleServed]) -> contract::PeopleServed {
    let earlier = earlier.iter().map(|entry| EarlierPeopleServed {
        people: entry.people,
        source: source_body(entry.source),
        reason: entry.reason.clone(),
        entered_by: entry.entered_by.clone(),
        entered_at: rfc3339(entry.entered_at),
    });
    contract::PeopleServed {
        unit: unit.to_owned(),
        service: current.service.as_ref().map(|(_, code)| code.to_string()),
        period: current.period,
        people: current.people,
        required_sample: domain::sample::required_sample(current.people),
        source: source_body(current.source),
        reason: current.reason.clone(),
        entered_by: current.entered_by.clone(),
        entered_at: rfc3339(current.entered_at),
        earlier: earlier.collect(),
    }
}

/// Entries by period and service, in the order of lists; of each the newest first.
fn grouped(mut entries: Vec<PeopleServed>) -> Vec<Vec<PeopleServed>> {
    entries.sort_by(|a, b| place(a).cmp(&place(b)).then(b.id.cmp(&a.id)));
    entries.chunk_by(|a, b| place(a) == place(b)).map(<[_]>::to_vec).collect()
}

fn place(entry: &PeopleServed) -> (domain::Period, Option<&Code>) {
    (entry.period, entry.service.as_ref().map(|(_, code)| code))
}
