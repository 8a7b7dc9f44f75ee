//! The badge.

use crate::texts;
use charts::{Badge, BadgeTone};

fn badge(value: &str, note: &str) -> String {
    let title = "IKM Kelurahan \"Kuin\" & <Utara>".to_owned();
    Badge { title, label: "IKM".to_owned(), value: value.to_owned(), note: note.to_owned(), tone: BadgeTone::Good }
        .draw()
}

#[test]
fn a_badge_says_what_is_measured_the_figure_and_of_when() {
    let svg = badge("84,17 · B", "TW III 2026");
    assert_eq!(texts(&svg), ["IKM", "84,17 · B", "TW III 2026"]);
    assert!(
        svg.contains("aria-label=\"IKM Kelurahan &quot;Kuin&quot; &amp; &lt;Utara&gt;\"")
            && svg.contains("role=\"img\"")
    );
    assert!(!svg.contains("style") && !svg.contains("<script") && !svg.contains("href"), "{svg}");
    assert_eq!(texts(&badge("belum ada", "")), ["IKM", "belum ada"]);
}
