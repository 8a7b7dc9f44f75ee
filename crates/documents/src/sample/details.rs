//! What people fill in: activities, plans, photos; and what is computed from the responses themselves.

use domain::IndexKind;
use domain::report::{
    Activity, ChosenComment, CollectionQuality, ElementAlpha, FollowUpState, LastPlan, LastPlanRow, PeopleServedNote,
    PlanQuarter, PlanRow, ReportDocument, ReportPhoto, ReportTrend, ReportTrendPoint, WordCount, legal_basis,
};

/// Fills everything in that the figures do not tell.
pub(super) fn fill(document: &mut ReportDocument) {
    document.legal_basis = legal_basis(document.figures.indices.len() > 1);
    activities(document);
    document.plan = plan();
    document.last_plan = Some(last_plan());
    document.trends = trends(document);
    document.alphas = vec![ElementAlpha { index: IndexKind::Ikm, alpha: "0.843".to_owned(), n: 158 }];
    document.quality = quality();
    comments_and_photos(document);
}

fn activities(document: &mut ReportDocument) {
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
}

fn planned(element: &str, programme: &str, quarters: &[PlanQuarter], responsible: &str) -> PlanRow {
    PlanRow {
        element: element.to_owned(),
        programme: programme.to_owned(),
        quarters: quarters.to_vec(),
        year: 2026,
        responsible: responsible.to_owned(),
    }
}

fn plan() -> Vec<PlanRow> {
    vec![
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
    ]
}

fn last_plan() -> LastPlan {
    LastPlan {
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
    }
}

fn quality() -> CollectionQuality {
    CollectionQuality {
        entered_after_period: 3,
        uniform: 21,
        uniform_fours: 14,
        most_from_one_device: Some(6),
        most_from_one_enterer: Some(9),
        undated: 0,
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
    }
}

fn comments_and_photos(document: &mut ReportDocument) {
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
