//! Every figure and name that a text of the report may use, by its key, as it is printed.
//!
//! `{ikm.converted}` in a fixed text, a sentence that writes itself and a chip on the screen are the same fact.

use super::{CityFigures, FollowUpState, Paragraph, Piece, ReportDocument, ReportScope, is_place};
use crate::IndexKind;
use crate::figures::{CityChange, Figures, IndexResult, SeriesChange, SliceResult};
use std::collections::BTreeMap;
use texts::Language::Indonesian;
use texts::elements::ElementName;
use texts::format;
use texts::overview::OverviewText;

/// The facts of one report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<String, String>);

impl Facts {
    /// The facts of a document.
    pub fn of(document: &ReportDocument) -> Self {
        let mut facts = Self::default();
        facts.names(document);
        facts.whole(&document.figures);
        for index in &document.figures.indices {
            facts.index(index);
        }
        for alpha in &document.alphas {
            facts.put(format!("{}.alpha", alpha.index.code()), format::decimal(&alpha.alpha, Indonesian));
            facts.count(format!("{}.alpha.n", alpha.index.code()), alpha.n);
        }
        if let Some(city) = &document.city {
            facts.city(city);
        }
        facts.rest(document);
        facts
    }

    /// The facts of the city's units alone, and the period.
    pub(super) fn of_city(city: &CityFigures) -> Self {
        let mut facts = Self::default();
        facts.put("periode", format::period(&city.recap.period, Indonesian));
        facts.city(city);
        facts
    }

    /// What a key says.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Every key with what it says.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, shown)| (key.as_str(), shown.as_str()))
    }

    /// A text with `{keys}` as a paragraph: a dash for a figure that this report does not have; what is no key stays as it is
    /// written.
    pub fn paragraph(&self, template: &str) -> Paragraph {
        let mut pieces = Vec::new();
        let mut words = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            words.push_str(before);
            let place = after.split_once('}').map(|(key, behind)| (key, self.get(key), behind));
            match place {
                Some((key, None, behind)) if is_place(key) => {
                    words.push_str(format::NONE);
                    rest = behind;
                }
                Some((key, Some(shown), behind)) => {
                    if !words.is_empty() {
                        pieces.push(Piece::Text { text: std::mem::take(&mut words) });
                    }
                    pieces.push(Piece::Figure { figure: key.to_owned(), shown: shown.to_owned() });
                    rest = behind;
                }
                _ => {
                    words.push('{');
                    rest = after;
                }
            }
        }
        words.push_str(rest);
        if !words.is_empty() {
            pieces.push(Piece::Text { text: words });
        }
        Paragraph { pieces }
    }

    /// Brings the figures of a paragraph up to date. What is no figure of the report is words like any other, so that a
    /// number in it is held against the figures.
    pub fn refresh(&self, paragraph: &mut Paragraph) {
        for piece in &mut paragraph.pieces {
            if let Piece::Figure { figure, shown } = piece {
                match self.get(figure) {
                    Some(now) => now.clone_into(shown),
                    None => *piece = Piece::Text { text: std::mem::take(shown) },
                }
            }
        }
    }

    fn put(&mut self, key: impl Into<String>, shown: impl Into<String>) {
        self.0.insert(key.into(), shown.into());
    }

    fn count(&mut self, key: impl Into<String>, number: i64) {
        self.put(key, format::count(number, Indonesian));
    }

    fn names(&mut self, document: &ReportDocument) {
        let identity = &document.identity;
        self.put("unit", &identity.unit_name);
        self.put("kota", &identity.city_name);
        self.put("pemerintah", &document.profile.government);
        self.put("tempat", &document.profile.place);
        let places = [&document.profile.street, &document.profile.address].into_iter().map(String::as_str);
        self.put("lokasi", places.chain(["tempat pelayanan"]).find(|place| !place.is_empty()).unwrap_or_default());
        self.put("periode", format::period(&document.figures.period, Indonesian));
        self.put("tahun", document.figures.to.get(..4).unwrap_or_default());
        self.put("hari_pertama", format::full_day(&identity.first_day, Indonesian));
        self.put("hari_terakhir", format::full_day(&identity.last_day, Indonesian));
        let subject = match &identity.scope {
            ReportScope::Service { name, .. } => format!("layanan {name} pada {}", identity.unit_name),
            ReportScope::Unit => identity.unit_name.clone(),
            ReportScope::City => identity.city_name.clone(),
        };
        self.put("subjek", subject);
        if let Some(day) = &document.forum_on {
            self.put("fkp", format::full_day(day, Indonesian));
        }
    }

    fn whole(&mut self, figures: &Figures) {
        self.count("n", figures.n);
        for (key, number) in [
            ("populasi", figures.sample.people_served),
            ("sampel", figures.sample.required),
            ("sampel.kurang", figures.sample.missing),
        ] {
            if let Some(number) = number {
                self.count(key, number);
            }
        }
        self.count("dibantu.n", figures.assisted.n);
        self.put("dibantu.persen", format::percent(&figures.assisted.percent, Indonesian));
        self.count("dikeluarkan.n", figures.excluded.n);
        for slice in &figures.channels {
            self.slice("saluran", slice);
        }
        for characteristic in &figures.characteristics {
            for option in &characteristic.options {
                self.slice(&characteristic.code, option);
            }
        }
        self.count("layanan.disurvei", count(figures.services.len()));
        if let Some(largest) = figures.largest_service() {
            self.put("layanan.terbesar", &largest.name);
            self.put("layanan.terbesar.persen", format::percent(&largest.percent, Indonesian));
            if let Some(before) = &largest.previous_percent {
                self.put("layanan.terbesar.sebelumnya", format::percent(before, Indonesian));
            }
        }
    }

    fn slice(&mut self, of: &str, slice: &SliceResult) {
        self.put(format!("{of}.{}", slice.code), &slice.label.id);
        self.count(format!("{of}.{}.n", slice.code), slice.n);
        self.put(format!("{of}.{}.persen", slice.code), format::percent(&slice.percent, Indonesian));
    }

    fn index(&mut self, index: &IndexResult) {
        let (summary, code) = (&index.summary, index.summary.index.code());
        let decimal = |figure: &str| format::decimal(figure, Indonesian);
        self.put(format!("{code}.nama"), name_of(summary.index));
        self.put(format!("{code}.converted"), decimal(&summary.converted));
        self.put(format!("{code}.value"), decimal(&summary.value));
        self.put(format!("{code}.grade"), &summary.grade);
        self.put(format!("{code}.performance"), &summary.performance);
        self.count(format!("{code}.n"), summary.n);
        self.count(format!("{code}.unsur"), count(index.elements_used));
        for (key, figure) in
            [("margin", &summary.margin.points), ("low", &summary.margin.low), ("high", &summary.margin.high)]
        {
            if let Some(figure) = figure {
                self.put(format!("{code}.{key}"), decimal(figure));
            }
        }
        if let Some(change) = &index.change {
            self.change(code, change);
        }
        for element in &index.elements {
            let key = element.code.to_lowercase();
            let name = ElementName::of(&element.code).map_or(element.code.as_str(), |name| name.text(Indonesian));
            self.put(format!("{key}.nama"), name);
            for (what, figure) in [("converted", &element.converted), ("mean", &element.mean)] {
                if let Some(figure) = figure {
                    self.put(format!("{key}.{what}"), decimal(figure));
                }
            }
            if let Some(grade) = &element.grade {
                self.put(format!("{key}.grade"), grade);
            }
            if let Some(gain) = &element.possible_gain {
                self.put(format!("{key}.potensi"), decimal(gain));
            }
        }
    }

    fn city(&mut self, city: &CityFigures) {
        let decimal = |figure: &str| format::decimal(figure, Indonesian);
        self.count("unit.wajib", count(city.recap.units_obliged));
        self.count("unit.menjawab", count(city.recap.units_with_answers));
        for index in &city.recap.indices {
            let code = index.headline.index.code();
            self.count(format!("{code}.unit"), count(index.units));
            self.count(format!("{code}.unit.lapor"), count(index.submitted_units));
            self.put(format!("{code}.gabungan"), decimal(&index.pooled.converted));
            if let Some(without) = &index.converted_without_small {
                self.count(format!("{code}.unit.kecil"), count(index.small_units));
                self.put(format!("{code}.tanpa_kecil"), decimal(without));
            }
        }
        for CityChange { index, units, converted, change } in &city.changes {
            let code = index.code();
            self.count(format!("{code}.unit.tetap"), count(*units));
            self.put(format!("{code}.tetap"), decimal(converted));
            self.change(code, change);
        }
    }

    fn change(&mut self, code: &str, change: &SeriesChange) {
        let decimal = |figure: &str| format::decimal(figure, Indonesian);
        self.put(format!("{code}.sebelumnya"), decimal(&change.previous_converted));
        self.put(format!("{code}.periode_sebelumnya"), format::period(&change.previous_period, Indonesian));
        if let Some(difference) = &change.difference {
            self.put(format!("{code}.selisih"), decimal(difference.trim_start_matches('-')));
        }
    }

    fn rest(&mut self, document: &ReportDocument) {
        self.count("saran.n", document.comments_n);
        for (word, at) in document.words.iter().zip(1..) {
            self.put(format!("kata{at}"), &word.word);
            self.count(format!("kata{at}.n"), word.n);
        }
        self.count("layanan.diberikan", document.identity.services_given);
        self.count("setelah_periode.n", document.quality.entered_after_period);
        self.count("rtl.n", count(document.plan.len()));
        if let Some(last) = &document.last_plan {
            self.put("rtl_lalu.periode", format::period(&last.period, Indonesian));
            self.count("rtl_lalu.n", count(last.rows.len()));
            let (done, all) = (count(last.done()), count(last.rows.len()));
            self.count("rtl_lalu.selesai", done);
            self.count("rtl_lalu.berjalan", count(last.count(FollowUpState::Running)));
            self.count("rtl_lalu.belum", count(last.count(FollowUpState::NotDone)));
            self.count("rtl_lalu.tanpa_laporan", count(last.count(FollowUpState::NotReported)));
            if let Some(percent) = crate::figures::percent(done, all) {
                self.put("rtl_lalu.persen", format::percent(&percent, Indonesian));
            }
        }
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The official name of an index.
pub fn name_of(index: IndexKind) -> &'static str {
    match index {
        IndexKind::Ikm => OverviewText::Ikm.text(Indonesian),
        IndexKind::Ipkp => OverviewText::Ipkp.text(Indonesian),
        IndexKind::Ipak => OverviewText::Ipak.text(Indonesian),
    }
}
