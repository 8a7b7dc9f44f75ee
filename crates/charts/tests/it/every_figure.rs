//! The same few rules for each figure, under what people may write and at every size.

use charts::{
    Bar, Bars, Distribution, DistributionRow, Frame, Gauge, HeatCell, HeatMap, HeatRow, Limit, Segment, ShareBar,
    Shares, Trend, TrendPoint,
};

type Draw = Box<dyn Fn(&Frame) -> String>;

/// Every figure with so many rows of this name and value.
fn figures(name: &str, count: usize, value: i32) -> Vec<Draw> {
    let name = name.to_owned();
    let limits = vec![Limit { value: 7_661, shown: name.clone() }];
    let bar = Bar { code: "U1".into(), name: name.clone(), value: Some(value), shown: "1,00".into(), mark: "A".into() };
    let point = TrendPoint {
        label: name.clone(),
        value: Some(value),
        band: Some((value, value)),
        shown: name.clone(),
        comparable: false,
    };
    let cell = HeatCell { value: Some(value), shown: "88".into() };
    let row = HeatRow { name: name.clone(), address: None, cells: vec![cell; 9] };
    let segment = Segment { count: value.into(), shown: name.clone() };
    let part =
        DistributionRow { code: name.clone(), name: name.clone(), segments: vec![segment; 4], shown: "n 4".into() };
    let share = ShareBar { name: name.clone(), count: value.into(), shown: "5".into(), extra: "80,00".into() };
    let bars = Bars { bars: vec![bar; count], limits: limits.clone(), scale: (2_500, 10_000), lowest: name.clone() };
    let trend = Trend { points: vec![point; count], limits, scale: (2_500, 10_000), not_comparable: name.clone() };
    let heat = HeatMap {
        columns: vec![name.clone(); 9],
        rows: vec![row; count],
        steps: vec![6_500],
        legend: vec![name.clone(); 2],
    };
    let distribution = Distribution { rows: vec![part; count], legend: vec![name.clone(); 4], nothing: name.clone() };
    let shares = Shares { bars: vec![share; count] };
    let gauge =
        Gauge { n: value.into(), required: Some(5), shown: name.clone(), meaning: name.clone(), required_shown: name };
    vec![
        Box::new(move |frame| bars.draw(frame)),
        Box::new(move |frame| trend.draw(frame)),
        Box::new(move |frame| heat.draw(frame)),
        Box::new(move |frame| distribution.draw(frame)),
        Box::new(move |frame| shares.draw(frame)),
        Box::new(move |frame| gauge.draw(frame)),
    ]
}

fn frame(width: u32, alone: bool) -> Frame {
    Frame { width, title: "Judul".into(), description: "Uraian".into(), alone, note: "Sumber".into() }
}

fn every(name: &str, check: impl Fn(&str, u32)) {
    for count in [0, 1, 2, 20] {
        for value in [0, 2_500, 10_000] {
            for draw in figures(name, count, value) {
                for width in [0_u32, 328, 600] {
                    for alone in [false, true] {
                        let svg = draw(&frame(width, alone));
                        check(&svg, width.max(240) + if alone { 32 } else { 0 });
                    }
                }
            }
        }
    }
}

#[test]
fn each_has_a_name_a_description_and_balanced_elements() {
    every("Waktu", |svg, width| {
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && svg.ends_with("</svg>"));
        assert!(svg.contains("<title>Judul</title><desc>Uraian</desc>") && svg.contains("aria-label=\"Judul\""));
        assert!(svg.contains(&format!("viewBox=\"0 0 {width} ")), "{}", &svg[..160]);
        for element in ["text", "g", "a", "svg", "title"] {
            let opened = svg.matches(&format!("<{element} ")).count() + svg.matches(&format!("<{element}>")).count();
            assert_eq!(opened, svg.matches(&format!("</{element}>")).count(), "{element}");
        }
    });
}

#[test]
fn each_escapes_what_people_write() {
    let name = "<script>alert(\"1\")</script>&'\u{0}";
    every(name, |svg, _| {
        assert!(!svg.contains("<script") && !svg.contains('\u{0}'));
        assert!(
            svg.split('&')
                .skip(1)
                .all(|rest| ["lt;", "gt;", "amp;", "quot;", "#39;"].iter().any(|e| rest.starts_with(e)))
        );
    });
}

#[test]
fn each_bears_a_name_of_120_characters_and_an_empty_one() {
    for name in ["Pelayanan ".repeat(12), "X".repeat(120), String::new()] {
        every(&name, |svg, _| {
            assert!(!svg.contains("width=\"-") && !svg.contains("height=\"-"), "{svg}");
        });
    }
}

#[test]
fn each_is_the_same_bytes_for_the_same_figures() {
    let (first, second) = (figures("Waktu", 9, 8_417), figures("Waktu", 9, 8_417));
    for (first, second) in first.iter().zip(&second) {
        assert_eq!(first(&frame(600, true)), second(&frame(600, true)));
    }
}

#[test]
fn title_and_note_are_in_the_picture_only_when_it_stands_alone() {
    for draw in figures("Waktu", 2, 8_000) {
        assert!(
            draw(&frame(600, true)).contains(">Judul</text>") && draw(&frame(600, true)).contains(">Sumber</text>")
        );
        assert!(
            !draw(&frame(600, false)).contains(">Judul</text>") && !draw(&frame(600, false)).contains(">Sumber</text>")
        );
    }
}
