use crate::{frame, texts};
use charts::{Limit, Trend, TrendPoint};

fn point(label: &str, value: Option<i32>, comparable: bool) -> TrendPoint {
    let shown = value.map(|value| format!("{},{:02}", value / 100, value % 100)).unwrap_or_default();
    TrendPoint { label: label.to_owned(), value, band: value.map(|v| (v - 200, v + 200)), shown, comparable }
}

fn trend(points: Vec<TrendPoint>) -> Trend {
    Trend {
        points,
        limits: vec![Limit { value: 7_661, shown: "76,61 B".to_owned() }],
        scale: (2_500, 10_000),
        not_comparable: "tidak dapat dibandingkan".to_owned(),
    }
}

fn lines(svg: &str) -> usize {
    svg.matches("fill=\"none\"").count()
}

#[test]
fn comparable_neighbours_are_joined_by_one_line() {
    let svg =
        trend(vec![point("I", Some(8_000), true), point("II", Some(8_100), true), point("III", Some(8_300), true)]);
    assert_eq!(lines(&svg.draw(&frame(600))), 1);
}

#[test]
fn a_gap_breaks_the_line_without_a_word() {
    let points = vec![
        point("I", Some(8_000), true),
        point("II", Some(8_100), true),
        point("III", None, true),
        point("IV", Some(8_000), true),
        point("V", Some(8_300), true),
    ];
    let svg = trend(points).draw(&frame(600));
    assert_eq!(lines(&svg), 2);
    assert!(!svg.contains("tidak dapat dibandingkan"));
}

#[test]
fn what_cannot_be_compared_breaks_the_line_and_says_so() {
    let points = vec![
        point("I", Some(8_000), true),
        point("II", Some(8_100), true),
        point("III", Some(8_000), false),
        point("IV", Some(8_300), true),
    ];
    let svg = trend(points).draw(&frame(600));
    assert_eq!(lines(&svg), 2);
    assert_eq!(svg.matches(">tidak dapat dibandingkan<").count(), 1);
}

#[test]
fn the_newest_value_is_always_written() {
    let points = (0..40).map(|index| point(&format!("2026-{index:02}"), Some(8_000 + index), true)).collect();
    let svg = trend(points).draw(&frame(328));
    assert!(texts(&svg).contains(&"80,39") && texts(&svg).contains(&"2026-39"), "{:?}", texts(&svg));
    assert!(!texts(&svg).contains(&"80,38"), "forty values have no room");
}

#[test]
fn a_limit_is_shown_only_where_the_drawn_range_reaches_it() {
    let low = trend(vec![point("I", Some(7_700), true)]).draw(&frame(600));
    let high = trend(vec![point("I", Some(9_700), true)]).draw(&frame(600));
    assert!(low.contains("76,61 B") && !high.contains("76,61 B"));
}

#[test]
fn nothing_one_and_the_ends_of_the_scale_can_be_drawn() {
    for points in [
        vec![],
        vec![point("I", None, true)],
        vec![point("I", Some(2_500), true)],
        vec![point("I", Some(10_000), false)],
    ] {
        let svg = trend(points).draw(&frame(328));
        assert!(svg.ends_with("</svg>") && lines(&svg) == 0);
    }
}
