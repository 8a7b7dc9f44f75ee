use crate::{frame, texts};
use charts::{Distribution, DistributionRow, Gauge, HeatCell, HeatMap, HeatRow, Segment, ShareBar, Shares};

fn heat(values: &[Option<i32>], address: Option<&str>) -> HeatMap {
    let cell = |value: &Option<i32>| HeatCell {
        value: *value,
        shown: value.map_or("–".to_owned(), |v| (v / 100).to_string()),
    };
    HeatMap {
        columns: (1..=values.len()).map(|number| format!("U{number}")).collect(),
        rows: vec![HeatRow {
            name: "Puskesmas".to_owned(),
            address: address.map(str::to_owned),
            cells: values.iter().map(cell).collect(),
        }],
        steps: vec![6_500, 7_661, 8_246, 8_831, 9_415],
        legend: Vec::new(),
    }
}

#[test]
fn every_cell_has_its_number_and_the_colour_of_its_step() {
    let svg = heat(&[Some(6_499), Some(6_500), Some(7_661), Some(8_830), Some(8_831), Some(10_000), None], None)
        .draw(&frame(600));
    let steps: Vec<&str> = svg.split("f-h").skip(1).map(|rest| &rest[..1]).collect();
    assert_eq!(steps, ["0", "1", "2", "3", "4", "5"]);
    assert_eq!(texts(&svg)[8..], ["64", "65", "76", "88", "88", "100", "–"]);
}

#[test]
fn a_row_leads_somewhere_only_where_it_has_an_address() {
    let with = heat(&[Some(8_000)], Some("/console/units/a?period=2026-TW3&x=\"")).draw(&frame(600));
    assert!(
        with.contains("<a href=\"/console/units/a?period=2026-TW3&amp;x=&quot;\">") && with.contains("role=\"group\"")
    );
    let without = heat(&[Some(8_000)], None).draw(&frame(600));
    assert!(!without.contains("<a ") && without.contains("role=\"img\""));
}

fn distribution(counts: [i64; 4]) -> Distribution {
    let segments = counts.map(|count| Segment { count, shown: format!("{count}x") }).to_vec();
    let row = DistributionRow { code: "U1".to_owned(), name: "Waktu".to_owned(), segments, shown: String::new() };
    Distribution { rows: vec![row], legend: Vec::new(), nothing: "belum ada jawaban".to_owned() }
}

#[test]
fn segments_with_room_carry_their_label_and_empty_ones_are_not_drawn() {
    let svg = distribution([0, 1, 500, 499]).draw(&frame(600));
    assert!(texts(&svg).contains(&"500x") && texts(&svg).contains(&"499x") && !texts(&svg).contains(&"1x"));
    assert_eq!(svg.matches("f-h").count(), 3);
}

#[test]
fn a_row_without_an_answer_says_so() {
    assert!(texts(&distribution([0; 4]).draw(&frame(328))).contains(&"belum ada jawaban"));
    assert!(!distribution([i64::MAX; 4]).draw(&frame(328)).contains("width=\"-"));
}

#[test]
fn shares_keep_the_order_they_are_given_in() {
    let bar =
        |name: &str, count| ShareBar { name: name.to_owned(), count, shown: count.to_string(), extra: String::new() };
    let svg = Shares { bars: vec![bar("17", 0), bar("25", 9), bar("35", 3)] }.draw(&frame(600));
    assert_eq!(texts(&svg), ["17", "0", "25", "9", "35", "3"]);
    assert_eq!(svg.matches("f-brand").count(), 2, "nobody has no bar");
}

#[test]
fn a_gauge_without_a_target_has_no_bar_and_one_beyond_it_a_mark() {
    let gauge = |n, required| Gauge {
        n,
        required,
        shown: "175".to_owned(),
        meaning: "arti".to_owned(),
        required_shown: "sampel 212".to_owned(),
    };
    let bars = |svg: &str| svg.matches("<rect x=").count();
    assert_eq!(bars(&gauge(175, None).draw(&frame(328))), 0);
    assert_eq!(bars(&gauge(175, Some(212)).draw(&frame(328))), 2);
    assert!(!gauge(175, Some(212)).draw(&frame(328)).contains("sampel 212"));
    assert!(gauge(402, Some(212)).draw(&frame(328)).contains("sampel 212"));
    assert!(gauge(0, Some(212)).draw(&frame(328)).contains("width=\"0\""));
}
