//! A recap of the demonstration organisation with plausible answers.

use crate::sample::{answers, profile, questionnaire};
use domain::figures::{CityChange, RecapInput, SeriesChange, UnitInput};
use domain::report::{RecapDocument, ReportTrend, ReportTrendPoint};
use domain::tally::Sign;
use domain::{CitySettings, IndexKind, Layout, Tally};

/// All 156 units; some have few answers, every twentieth none.
pub(crate) fn recap() -> RecapDocument {
    let organisation = demo::organisation();
    let questionnaire = questionnaire("terpadu-16");
    let layout = Layout::of(&questionnaire);
    let settings = CitySettings::default();
    let unit = |(at, unit): (usize, &demo::Unit)| {
        let n = match at % 20 {
            0 => 0,
            7 => 18,
            rest => 40 + 9 * rest,
        };
        let seed = u64::try_from(at).unwrap();
        let mut tally = Tally::empty(&layout);
        for answer in answers(&questionnaire, n, seed, 8 + seed % 23) {
            tally.count(&layout, &answer.answers, Sign::Add);
        }
        UnitInput {
            code: unit.code.to_owned(),
            name: unit.name.to_owned(),
            kind: unit.kind.to_owned(),
            obliged: unit.obliged,
            served: (at % 9 != 0).then(|| i64::try_from(100 + 13 * at).unwrap()),
            excluded: 0,
            submitted: None,
            tallies: vec![(1, &questionnaire, &layout, tally)],
        }
    };
    let period = "2026-TW3".parse().unwrap();
    let units = organisation.units.iter().enumerate().map(unit).collect();
    let recap = RecapInput { settings: &settings, period, units, excluded_counted: false }.recap();
    let point = |period: &str, converted: &str, n| ReportTrendPoint {
        period: period.to_owned(),
        converted: Some(converted.to_owned()),
        grade: Some("B".to_owned()),
        n: Some(n),
        band: None,
        comparable: true,
        imported: false,
    };
    let now = point("2026-TW3", &recap.indices[0].headline.converted, recap.n);
    let points = vec![
        point("2025-TW4", "83.10", 9_812),
        point("2026-TW1", "83.92", 11_204),
        point("2026-TW2", "84.61", 12_040),
        now,
    ];
    RecapDocument {
        id: "kota-2026-TW3".to_owned(),
        city_name: "Kota Banjarmasin".to_owned(),
        profile: profile(),
        brand_color: None,
        dated: "2026-10-12".to_owned(),
        recap,
        trends: vec![ReportTrend { index: IndexKind::Ikm, points }],
        changes: vec![CityChange {
            index: IndexKind::Ikm,
            units: 140,
            converted: "84.20".to_owned(),
            change: SeriesChange {
                status: "comparable".to_owned(),
                reason: None,
                previous_period: "2026-TW2".to_owned(),
                previous_converted: "83.10".to_owned(),
                previous_n: 11_950,
                difference: Some("1.10".to_owned()),
                t: Some("1.02".to_owned()),
                df: Some("139.0".to_owned()),
                p: Some("0.31".to_owned()),
                significant: Some(false),
            },
        }],
    }
}
