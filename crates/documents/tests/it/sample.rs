//! Reports to print: from raw answers to a whole document, with everything that a report can have.

use domain::figures::{FiguresInput, ServiceInput, VersionInput};
use domain::report::{
    ActingAs, Activity, ChosenComment, CollectionQuality, ElementAlpha, EmployeeNumber, FollowUpState, LastPlan,
    LastPlanRow, PeopleServedNote, PlanQuarter, PlanRow, ProcessedSheet, ReportDocument, ReportIdentity, ReportPhoto,
    ReportScope, ReportTrend, ReportTrendPoint, Signatory, UnitProfile, WordCount, legal_basis, shipped_outlines,
};
use domain::response::{TimeSlot, slice_keys};
use domain::settings::UnitFromServices;
use domain::tally::{NOT_ASKED, SKIPPED, Sign};
use domain::{Channel, CitySettings, IndexKind, Layout, Questionnaire, Slices, Tally, UnitKind, Weight};
use std::collections::BTreeMap;

/// One respondent: the service by its place, one byte an item, one byte a profile question, and the channel.
pub(crate) struct Answer {
    pub(crate) service: usize,
    pub(crate) answers: Vec<u8>,
    pub(crate) profile: Vec<u8>,
    pub(crate) channel: Channel,
}

pub(crate) const SERVICES: [(&str, &str); 3] = [
    ("surat-pengantar", "Surat pengantar KTP dan KK"),
    ("surat-keterangan", "Surat keterangan usaha, domisili, dan tidak mampu"),
    ("legalisasi", "Legalisasi dan pengantar nikah"),
];

pub(crate) fn questionnaire(code: &str) -> Questionnaire {
    domain::questionnaire::shipped().unwrap().into_iter().find(|found| found.code.as_str() == code).unwrap()
}

/// Plausible answers from a seed: good on the whole, the third item weak.
pub(crate) fn answers(questionnaire: &Questionnaire, n: usize, seed: u64, shift: u64) -> Vec<Answer> {
    let mut state = seed;
    let mut roll = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut of_respondent = |_| {
        let mood = roll(100) + shift;
        let score = |at: usize, roll: &mut dyn FnMut(u64) -> u64| {
            let weak = [0, 5, 30, 0, 4, 0, 0, 12, 22][at % 9];
            match (roll(100) + mood).saturating_sub(weak) {
                0..15 => 1,
                15..40 => 2,
                40..110 => 3,
                _ => 4,
            }
        };
        let items = questionnaire.items.len();
        let mut answers: Vec<u8> = (0..items).map(|at| score(at, &mut roll)).collect();
        for (answer, item) in answers.iter_mut().zip(&questionnaire.items) {
            if item.hybrid_only {
                *answer = NOT_ASKED;
            } else if roll(60) == 0 {
                *answer = SKIPPED;
            }
        }
        let profile = questionnaire.profile.iter().map(|question| {
            if question.city_only || roll(20) == 0 {
                0
            } else {
                let options = u64::try_from(question.options.len()).unwrap();
                u8::try_from(1 + (roll(options) + roll(options)) / 2).unwrap()
            }
        });
        let profile = profile.collect();
        let channel = match roll(20) {
            0 => Channel::Assisted,
            1..4 => Channel::Kiosk,
            4 => Channel::Paper,
            _ => Channel::SelfFilled,
        };
        Answer { service: usize::try_from(roll(3)).unwrap(), answers, profile, channel }
    };
    (0..n).map(&mut of_respondent).collect()
}

pub(crate) fn services<'a>(
    questionnaire: &'a Questionnaire,
    layout: &'a Layout,
    answers: &[Answer],
) -> Vec<ServiceInput<'a>> {
    let of = |(at, (code, name)): (usize, &(&str, &str))| {
        let mut version =
            VersionInput { questionnaire, layout, tally: Tally::empty(layout), slices: Slices::default() };
        for answer in answers.iter().filter(|answer| answer.service == at) {
            version.tally.count(layout, &answer.answers, Sign::Add);
            let keys = slice_keys(&answer.profile, answer.channel, TimeSlot::Morning, None);
            version.slices.count(layout, &keys, &answer.answers, Sign::Add);
        }
        let (unit, code, name) = ("kel-kuin-utara".to_owned(), (*code).to_owned(), (*name).to_owned());
        ServiceInput { unit, code, name, versions: vec![version] }
    };
    SERVICES.iter().enumerate().map(of).collect()
}

pub(crate) fn identity() -> ReportIdentity {
    ReportIdentity {
        report_id: "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d".to_owned(),
        revision: 1,
        scope: ReportScope::Unit,
        unit_code: "kel-kuin-utara".to_owned(),
        unit_name: "Kelurahan Kuin Utara".to_owned(),
        unit_kind: UnitKind::Kelurahan,
        city_name: "Kota Banjarmasin".to_owned(),
        dated: "2026-10-05".to_owned(),
        first_day: "2026-07-01".to_owned(),
        last_day: "2026-09-30".to_owned(),
        services_given: 6,
    }
}

pub(crate) fn profile() -> UnitProfile {
    UnitProfile {
        government: "Pemerintah Kota Banjarmasin".to_owned(),
        address: "Jalan Kuin Utara RT 05 Nomor 12, Banjarmasin 70127".to_owned(),
        place: "Banjarmasin".to_owned(),
        logo: Some("logo".to_owned()),
        signatory: Some(Signatory {
            acting: Some(ActingAs::Plt),
            position: "Lurah Kuin Utara".to_owned(),
            name: "H. Ahmad Fauzi, S.Sos., M.AP.".to_owned(),
            rank: Some("Penata Tingkat I (III/d)".to_owned()),
            number: EmployeeNumber::nip("197908122006041003").ok(),
        }),
    }
}

/// A report of nothing but its figures, questionnaire and rows.
pub(crate) fn bare(
    questionnaire: &Questionnaire,
    weight: Weight,
    now: &[Answer],
    before: &[Answer],
    served: Option<i64>,
) -> ReportDocument {
    let settings = CitySettings { weight, ..CitySettings::default() };
    of_settings(questionnaire, &settings, now, before, served)
}

/// A report whose index is the mean of its services' printed ones.
pub(crate) fn mean_of_services(n: usize) -> ReportDocument {
    let questionnaire = questionnaire("skm-2017");
    let settings = CitySettings { unit_dari_layanan: UnitFromServices::RataRataLayanan, ..CitySettings::default() };
    of_settings(&questionnaire, &settings, &answers(&questionnaire, n, 29, 20), &[], None)
}

fn of_settings(
    questionnaire: &Questionnaire,
    settings: &CitySettings,
    now: &[Answer],
    before: &[Answer],
    served: Option<i64>,
) -> ReportDocument {
    let layout = Layout::of(questionnaire);
    let input = FiguresInput {
        settings,
        period: "2026-TW3".parse().unwrap(),
        served,
        services: services(questionnaire, &layout, now),
        previous: services(questionnaire, &layout, before),
        previous_settings: settings,
        excluded: BTreeMap::new(),
        excluded_counted: false,
        whole_city: false,
    };
    let outline = shipped_outlines().remove(0);
    let mut document = ReportDocument::new(identity(), profile(), outline, input.figures());
    document.services = input.service_elements();
    let mut sheet = ProcessedSheet::empty(questionnaire, questionnaire.grouping(None).unwrap());
    for answer in now {
        sheet.add(&answer.answers);
    }
    document.sheets = vec![sheet];
    document.write_texts(&[]);
    document
}

/// A report with everything that one can have.
pub(crate) fn full(code: &str, n: usize) -> ReportDocument {
    let questionnaire = questionnaire(code);
    let now = answers(&questionnaire, n, 7, 24);
    let before = answers(&questionnaire, 198, 11, 16);
    let mut document = bare(&questionnaire, Weight::Exact, &now, &before, Some(470));
    document.legal_basis = legal_basis(document.figures.indices.len() > 1);
    let activity =
        |name: &str, time: &str, working_days| Activity { name: name.to_owned(), time: time.to_owned(), working_days };
    document.activities = vec![
        activity("Persiapan", "Juni 2026", 6),
        activity("Pengumpulan data", "1 Juli–30 September 2026", 66),
        activity("Pengolahan data dan analisis", "Oktober 2026", 3),
        activity("Penyusunan dan pelaporan hasil", "Oktober 2026", 3),
    ];
    document.forum_on = Some("2026-09-18".to_owned());
    document.published_at =
        vec!["Papan pengumuman kantor kelurahan".to_owned(), "Laman survei Kota Banjarmasin".to_owned()];
    let planned = |element: &str, programme: &str, quarters: &[PlanQuarter], responsible: &str| PlanRow {
        element: element.to_owned(),
        programme: programme.to_owned(),
        quarters: quarters.to_vec(),
        year: 2026,
        responsible: responsible.to_owned(),
    };
    document.plan = vec![
        planned(
            "U3",
            "Membuka loket kedua setiap Senin dan Selasa pagi",
            &[PlanQuarter::Fourth],
            "Sekretaris Kelurahan",
        ),
        planned(
            "U9",
            "Menambah kursi dan kipas angin di ruang tunggu",
            &[PlanQuarter::Fourth],
            "Kepala Seksi Pelayanan",
        ),
        planned("U8", "Memasang kotak saran dan papan tindak lanjut pengaduan", &[PlanQuarter::Fourth], "Lurah"),
    ];
    document.last_plan = Some(LastPlan {
        period: "2026-TW2".to_owned(),
        rows: vec![
            LastPlanRow {
                planned: planned(
                    "U3",
                    "Nomor antrean per jenis layanan",
                    &[PlanQuarter::Third],
                    "Kepala Seksi Pelayanan",
                ),
                state: FollowUpState::Done,
                description: "Nomor antrean dibagi menurut layanan sejak 3 Agustus 2026.".to_owned(),
                photos: vec!["foto-1".to_owned()],
            },
            LastPlanRow {
                planned: planned("U9", "Perbaikan atap ruang tunggu", &[PlanQuarter::Third], "Sekretaris Kelurahan"),
                state: FollowUpState::Running,
                description: "Menunggu anggaran perubahan.".to_owned(),
                photos: vec![],
            },
        ],
    });
    document.trends = trends(&document);
    document.alphas = vec![ElementAlpha { index: IndexKind::Ikm, alpha: "0.843".to_owned(), n: 158 }];
    document.quality = CollectionQuality {
        entered_after_period: 3,
        uniform: 21,
        uniform_fours: 14,
        most_from_one_device: Some(6),
        most_from_one_enterer: Some(9),
        days_with_answers: 58,
        working_days: 66,
        busiest_day: 11,
        last_three_days: 12,
        opened: 262,
        begun: 214,
        finished: 154,
        people_served: vec![
            PeopleServedNote {
                people: 450,
                source: "perkiraan".to_owned(),
                entered_on: "2026-07-02".to_owned(),
                reason: String::new(),
            },
            PeopleServedNote {
                people: 470,
                source: "register".to_owned(),
                entered_on: "2026-10-01".to_owned(),
                reason: "jumlah menurut buku register".to_owned(),
            },
        ],
    };
    let words = [("antrean", 14), ("ramah", 11), ("cepat", 9), ("parkir", 7), ("kursi", 5), ("loket", 4)];
    document.words = words.iter().map(|(word, n)| WordCount { word: (*word).to_owned(), n: *n }).collect();
    document.comments_n = 42;
    let comment = |month: &str, text: &str| ChosenComment { month: month.to_owned(), text: text.to_owned() };
    document.comments = vec![
        comment("2026-07", "Antrean pagi panjang, mohon loketnya ditambah."),
        comment("2026-08", "Pelayanan […] ramah dan jelas, terima kasih."),
    ];
    let photo = |sha256: &str, caption: &str| ReportPhoto { sha256: sha256.to_owned(), caption: caption.to_owned() };
    document.photos = vec![
        photo("foto-1", "Nomor antrean menurut layanan, Agustus 2026"),
        photo("foto-2", "Forum Konsultasi Publik, 18 September 2026"),
    ];
    document.write_texts(&[]);
    document
}

fn trends(document: &ReportDocument) -> Vec<ReportTrend> {
    let of = |index: &domain::figures::IndexResult| {
        let old = |period: &str, converted: &str, grade: &str, comparable| ReportTrendPoint {
            period: period.to_owned(),
            converted: Some(converted.to_owned()),
            grade: Some(grade.to_owned()),
            n: Some(150),
            band: None,
            comparable,
            imported: true,
        };
        let summary = &index.summary;
        let now = ReportTrendPoint {
            period: document.figures.period.clone(),
            converted: Some(summary.converted.clone()),
            grade: Some(summary.grade.clone()),
            n: Some(summary.n),
            band: summary.margin.low.clone().zip(summary.margin.high.clone()),
            comparable: true,
            imported: false,
        };
        let mut points = vec![
            old("2022", "79.12", "B", false),
            old("2023", "80.45", "B", true),
            old("2024", "81.30", "B", true),
            old("2025", "82.02", "B", true),
        ];
        if let Some(change) = &index.change {
            points.push(ReportTrendPoint {
                converted: Some(change.previous_converted.clone()),
                period: change.previous_period.clone(),
                comparable: false,
                imported: false,
                ..now.clone()
            });
        }
        points.push(now);
        ReportTrend { index: summary.index, points }
    };
    document.figures.indices.iter().map(of).collect()
}

/// The first ten answers of Sekadau 2019, whose results are known.
pub(crate) fn sekadau(weight: Weight) -> ReportDocument {
    let skm = questionnaire("skm-2017");
    let lines = include_str!("../../../domain/tests/golden/sekadau-2019-first10.csv").lines().skip(1);
    let rows: Vec<Answer> = lines
        .map(|line| {
            let mut answers = vec![SKIPPED; skm.items.len()];
            for (element, score) in IndexKind::Ikm.elements().iter().zip(line.split(',').skip(1)) {
                answers[skm.item_position(&element.to_lowercase()).unwrap()] = score.parse().unwrap();
            }
            Answer { service: 0, answers, profile: vec![0; skm.profile.len()], channel: Channel::Paper }
        })
        .collect();
    bare(&skm, weight, &rows, &[], None)
}
