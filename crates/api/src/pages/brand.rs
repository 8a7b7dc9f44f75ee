//! The brand ramp as the tokens of the stylesheets.

use domain::brand::{DARK, LIGHT, ramp};

pub use domain::brand::Rgb;

/// The tokens that stand before tokens.css.
pub fn tokens(brand: Rgb) -> String {
    let [light, dark] = [LIGHT, DARK].map(|surface| {
        let lines = ramp(brand, &surface).map(|(name, colour)| format!("{name}:#{}", colour.hex()));
        format!(":root{{{}}}", lines.join(";"))
    });
    format!("{light}@media(prefers-color-scheme:dark){{{dark}}}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::brand::{BORDER, Surface, TEXT};
    use std::collections::BTreeMap;

    const NEUTRALS: &str = include_str!("../../../../frontend/ui/static/tokens.css");
    const BRANDS: [&str; 9] =
        ["0b6b5c", "ffffff", "000000", "ffe600", "ff0000", "0000ff", "777777", "f06292", "00e5ff"];

    /// The hexadecimal colours of tokens.css, light and dark.
    fn neutrals() -> [BTreeMap<String, Rgb>; 2] {
        let (light, dark) = NEUTRALS.split_once("@media (prefers-color-scheme: dark)").unwrap();
        let dark = dark.split("@media").next().unwrap();
        [light, dark].map(|part| {
            let pairs = part.split(';').filter_map(|line| line.rsplit_once("--")?.1.split_once(": #"));
            pairs.map(|(name, hex)| (format!("--{name}"), Rgb::parse(hex.trim()).unwrap())).collect()
        })
    }

    fn all(brand: &str, surface: &Surface) -> BTreeMap<String, Rgb> {
        let [light, dark] = neutrals();
        let mut all = if surface.dark { dark } else { light };
        let ramp = ramp(Rgb::parse(brand).unwrap(), surface);
        all.extend(ramp.map(|(name, colour)| (name.to_owned(), colour)));
        all
    }

    #[test]
    fn every_text_is_readable_on_what_it_stands_on_for_every_brand_in_light_and_dark() {
        let on = |below: &[&'static str], text: &'static str| -> Vec<(&'static str, &'static str)> {
            below.iter().map(|below| (text, *below)).collect()
        };
        let everywhere = ["--paper", "--ground", "--sunk", "--brand-25"];
        let pairs = [
            on(&["--paper", "--ground", "--sunk", "--brand-25", "--brand-50"], "--ink"),
            on(&["--paper", "--ground", "--sunk", "--brand-25", "--brand-50"], "--ink-2"),
            on(&["--paper", "--ground"], "--ink-3"),
            on(&["--paper", "--ground", "--brand-50"], "--brand"),
            on(&["--paper", "--ground", "--sunk", "--brand-25", "--brand-50"], "--brand-700"),
            on(&["--brand", "--brand-700"], "--on-brand"),
            on(&["--brand-900"], "--paper"),
            on(&["--brand-100"], "--brand-900"),
            on(&everywhere[..2], "--good"),
            on(&everywhere[..2], "--info"),
            on(&everywhere[..2], "--warn"),
            on(&everywhere[..2], "--bad"),
            vec![("--good", "--good-soft"), ("--info", "--info-soft"), ("--warn", "--warn-soft")],
            vec![("--bad", "--bad-soft"), ("--ink", "--warn-soft"), ("--ink", "--bad-soft")],
            vec![("--ink", "--info-soft"), ("--ink", "--good-soft")],
        ];
        for (brand, surface) in BRANDS.into_iter().flat_map(|brand| [(brand, LIGHT), (brand, DARK)]) {
            let colours = all(brand, &surface);
            for (text, below) in pairs.iter().flatten() {
                let contrast = colours[*text].contrast(colours[*below]);
                assert!(contrast >= TEXT, "{brand} dark={}: {text} on {below} is {contrast:.2}", surface.dark);
            }
        }
    }

    #[test]
    fn every_border_and_mark_that_means_something_can_be_told_from_the_paper() {
        for (brand, surface) in BRANDS.into_iter().flat_map(|brand| [(brand, LIGHT), (brand, DARK)]) {
            let colours = all(brand, &surface);
            for line in ["--line-strong", "--brand-300", "--brand", "--mark", "--focus"] {
                let contrast = colours[line].contrast(colours["--paper"]);
                assert!(contrast >= BORDER, "{brand} dark={}: {line} is {contrast:.2}", surface.dark);
            }
        }
    }

    #[test]
    fn a_readable_brand_colour_is_taken_as_it_is() {
        assert!(tokens(Rgb::parse("#0b6b5c").unwrap()).contains("--brand:#0b6b5c;"));
    }

    #[test]
    fn the_papers_are_those_of_the_tokens() {
        for surface in [LIGHT, DARK] {
            let colours = all("0b6b5c", &surface);
            assert_eq!((surface.paper, surface.ground), (colours["--paper"], colours["--ground"]));
        }
    }
}
