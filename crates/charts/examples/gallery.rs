//! Writes every figure in both widths to standard output, as a page to look at.
//!
//! `cargo run -q -p charts --example gallery > gallery.html`

use charts::{
    Bar, Bars, Distribution, DistributionRow, Frame, Gauge, HeatCell, HeatMap, HeatRow, Limit, Segment, ShareBar,
    Shares, Trend, TrendPoint,
};
use std::io::{Write, stdout};

const ELEMENTS: [(&str, &str, i32, &str); 9] = [
    ("U1", "Persyaratan", 8_428, "B"),
    ("U2", "Sistem, Mekanisme, dan Prosedur", 8_502, "B"),
    ("U3", "Waktu Penyelesaian", 7_385, "C"),
    ("U4", "Biaya/Tarif", 8_971, "A"),
    ("U5", "Produk Spesifikasi Jenis Pelayanan", 8_690, "B"),
    ("U6", "Kompetensi Pelaksana", 8_743, "B"),
    ("U7", "Perilaku Pelaksana", 9_102, "A"),
    ("U8", "Penanganan Pengaduan, Saran dan Masukan", 7_820, "B"),
    ("U9", "Sarana dan Prasarana", 8_114, "B"),
];

fn printed(value: i32) -> String {
    format!("{},{:02}", value / 100, value % 100)
}

fn limits() -> Vec<Limit> {
    [6_500, 7_661, 8_831].map(|value| Limit { value, shown: printed(value) }).to_vec()
}

fn bars() -> Bars {
    let bar = |(code, name, value, mark): (&str, &str, i32, &str)| Bar {
        code: code.to_owned(),
        name: name.to_owned(),
        value: Some(value),
        shown: printed(value),
        mark: mark.to_owned(),
    };
    Bars { bars: ELEMENTS.map(bar).to_vec(), limits: limits(), scale: (2_500, 10_000), lowest: "terendah".to_owned() }
}

fn trend() -> Trend {
    let points = [
        ("TW I 2025", Some(7_910), Some(310), true),
        ("TW II", Some(8_040), Some(260), true),
        ("TW III", None, None, true),
        ("TW IV", Some(8_190), Some(220), true),
        ("TW I 2026", Some(8_186), Some(230), false),
        ("TW II", Some(8_417), Some(190), true),
        ("TW III", Some(8_560), Some(170), true),
    ];
    let point = |(label, value, half, comparable): (&str, Option<i32>, Option<i32>, bool)| TrendPoint {
        label: label.to_owned(),
        value,
        band: value.zip(half).map(|(value, half)| (value - half, value + half)),
        shown: value.map(printed).unwrap_or_default(),
        comparable,
    };
    let limits =
        limits().into_iter().zip(["C", "B", "A"]).map(|(l, g)| Limit { shown: format!("{} {g}", l.shown), ..l });
    Trend {
        points: points.map(point).to_vec(),
        limits: limits.collect(),
        scale: (2_500, 10_000),
        not_comparable: "tidak dapat dibandingkan".to_owned(),
    }
}

fn heat() -> HeatMap {
    let kinds =
        ["Perangkat daerah", "UPTD", "Bagian", "Puskesmas", "Kelurahan", "Mal Pelayanan Publik", "Perusahaan daerah"];
    let row = |(index, name): (usize, &str)| HeatRow {
        name: name.to_owned(),
        address: (index < 2).then(|| "#".to_owned()),
        cells: (0..9)
            .map(|column| {
                let value = 6_000 + i32::try_from((index * 977 + column * 1_409) % 3_900).unwrap_or(0);
                let value = (index != 3 || column != 4).then_some(value);
                HeatCell { value, shown: value.map_or("–".to_owned(), |value| ((value + 50) / 100).to_string()) }
            })
            .collect(),
    };
    HeatMap {
        columns: (1..=9).map(|number| format!("U{number}")).collect(),
        rows: kinds.into_iter().enumerate().map(row).collect(),
        steps: vec![6_500, 7_661, 8_246, 8_831, 9_415],
        legend: ["D < 65,00", "C < 76,61", "B < 82,46", "B < 88,31", "A < 94,15", "A ≥ 94,15"]
            .map(str::to_owned)
            .to_vec(),
    }
}

fn distribution() -> Distribution {
    let row = |(index, (code, name, ..)): (usize, (&str, &str, i32, &str))| {
        let index = i64::try_from(index).unwrap_or(0);
        let counts = if index == 4 { [0; 4] } else { [3 + index % 4, 12 + index * 4, 98 - index * 3, 62 - index] };
        let total: i64 = counts.iter().sum::<i64>().max(1);
        let segment = |count: i64| Segment { count, shown: format!("{}%", (count * 100 + total / 2) / total) };
        DistributionRow {
            code: code.to_owned(),
            name: name.to_owned(),
            segments: counts.map(segment).to_vec(),
            shown: format!("n {}", counts.iter().sum::<i64>()),
        }
    };
    Distribution {
        rows: ELEMENTS.into_iter().enumerate().map(row).collect(),
        legend: ["1 Tidak baik", "2 Kurang baik", "3 Baik", "4 Sangat baik"].map(str::to_owned).to_vec(),
        nothing: "belum ada jawaban".to_owned(),
    }
}

fn shares() -> Shares {
    let groups = [
        ("17–24", 31, "82,10"),
        ("25–34", 58, "84,92"),
        ("35–44", 47, "83,75"),
        ("45–54", 0, ""),
        ("Tidak menjawab", 9, ""),
    ];
    let bar = |(name, count, index): (&str, i64, &str)| ShareBar {
        name: name.to_owned(),
        count,
        shown: format!("{count} · {},0%", count * 100 / 145),
        extra: index.to_owned(),
    };
    Shares { bars: groups.map(bar).to_vec() }
}

fn gauge(n: i64) -> Gauge {
    Gauge {
        n,
        required: Some(212),
        shown: format!("{n} dari 212"),
        meaning: if n < 212 { format!("Masih kurang {} responden", 212 - n) } else { "Sampel tercapai".to_owned() },
        required_shown: "sampel 212".to_owned(),
    }
}

fn main() -> std::io::Result<()> {
    let mut out = stdout().lock();
    write!(out, "<!doctype html><meta charset=utf-8><title>charts</title><body>")?;
    for (width, alone) in [(328, false), (600, false), (720, true)] {
        let frame = |title: &str| Frame {
            width,
            title: title.to_owned(),
            description: String::new(),
            alone,
            note: "Kelurahan Kuin Utara · Triwulan III 2026 · n = 175 · Sumber: Survei Kepuasan Masyarakat".to_owned(),
        };
        for figure in [
            bars().draw(&frame("Nilai IKM per unsur")),
            trend().draw(&frame("Tren IKM")),
            heat().draw(&frame("Unsur menurut jenis unit")),
            distribution().draw(&frame("Sebaran jawaban")),
            shares().draw(&frame("Responden menurut umur")),
            gauge(175).draw(&frame("Responden")),
            gauge(402).draw(&frame("Responden")),
        ] {
            write!(out, "<figure>{figure}</figure>")?;
        }
    }
    Ok(())
}
