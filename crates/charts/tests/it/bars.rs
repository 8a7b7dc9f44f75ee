use crate::{frame, texts};
use charts::{Bar, Bars, Limit};

fn bar(code: &str, value: Option<i32>) -> Bar {
    let shown = value.map_or("–".to_owned(), |value| format!("{},{:02}", value / 100, value % 100));
    Bar { code: code.to_owned(), name: format!("Unsur {code}"), value, shown, mark: String::new() }
}

fn bars(values: &[(&str, Option<i32>)]) -> Bars {
    Bars {
        bars: values.iter().map(|(code, value)| bar(code, *value)).collect(),
        limits: vec![Limit { value: 7_661, shown: "76,61".to_owned() }],
        scale: (2_500, 10_000),
        lowest: "terendah".to_owned(),
    }
}

fn codes(svg: &str) -> Vec<&str> {
    texts(svg).into_iter().filter(|text| text.len() == 2 && text.starts_with('U')).collect()
}

#[test]
fn the_best_stands_first_and_what_has_no_value_last() {
    let svg = bars(&[("U1", Some(8_000)), ("U2", None), ("U3", Some(9_000)), ("U4", Some(7_000))]).draw(&frame(600));
    assert_eq!(codes(&svg), ["U3", "U1", "U4", "U2"]);
}

#[test]
fn equal_values_keep_their_order() {
    let svg = bars(&[("U3", Some(8_000)), ("U1", Some(8_000)), ("U2", Some(9_000))]).draw(&frame(600));
    assert_eq!(codes(&svg), ["U2", "U3", "U1"]);
}

#[test]
fn the_lowest_is_marked_by_colour_and_word_and_ties_are_lowest_together() {
    let marks = |svg: &str| (svg.matches("f-mark").count(), svg.matches(">terendah<").count());
    let draw = |values: &[(&str, Option<i32>)]| marks(&bars(values).draw(&frame(328)));
    assert_eq!(draw(&[("U1", Some(8_000)), ("U2", Some(7_000))]), (1, 1));
    assert_eq!(draw(&[("U1", Some(8_000)), ("U2", Some(7_000)), ("U3", Some(7_000))]), (2, 2));
    assert_eq!(draw(&[("U1", Some(7_000)), ("U2", Some(7_000))]), (0, 0), "where all are equal none is lowest");
    assert_eq!(draw(&[("U1", Some(7_000))]), (0, 0), "one alone is not lowest");
    assert_eq!(draw(&[("U1", None), ("U2", Some(7_000)), ("U3", Some(7_100))]), (1, 1));
}

#[test]
fn bars_are_as_long_as_their_values() {
    let svg = bars(&[("U1", Some(10_000)), ("U2", Some(6_250)), ("U3", Some(2_500))]).draw(&frame(328));
    let widths: Vec<f64> = svg
        .split("<rect x=")
        .skip(1)
        .map(|rect| rect.split("width=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap())
        .collect();
    assert_eq!(widths, [328.0, 164.0, 2.0]);
}

#[test]
fn a_limit_is_a_dashed_line_with_its_number() {
    let svg = bars(&[("U1", Some(8_000))]).draw(&frame(600));
    assert!(svg.contains("stroke-dasharray") && texts(&svg).contains(&"76,61"));
}

#[test]
fn values_outside_the_scale_stay_inside_the_drawing() {
    let svg = bars(&[("U1", Some(0)), ("U2", Some(99_999)), ("U3", Some(i32::MIN)), ("U4", Some(i32::MAX))])
        .draw(&frame(328));
    assert!(!svg.contains("width=\"-") && svg.contains("width=\"328\""));
}
