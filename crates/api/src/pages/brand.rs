//! The brand ramp of the screens, from the city's one colour: its hue, the lightness steps of the design, and as much of
//! its chroma as a screen can show. The colour itself is moved only as far as it must be to stay readable.

mod oklch;
mod rgb;

use oklch::Oklch;
pub use rgb::Rgb;

/// WCAG 2.2 AA for text, and for borders that mean something.
const TEXT: f64 = 4.5;
const BORDER: f64 = 3.0;
/// How far the brand colour moves at a time until it can be read.
const STEP: f64 = 0.005;
/// More would glare on a dark screen.
const MOST_CHROMA_IN_DARK: f64 = 0.13;

/// What the ramp stands on: the neutrals of tokens.css.
struct Surface {
    paper: Rgb,
    ground: Rgb,
    dark: bool,
}

const LIGHT: Surface = Surface { paper: Rgb::WHITE, ground: Rgb::new(0xf8, 0xf8, 0xf7), dark: false };
const DARK: Surface = Surface { paper: Rgb::new(0x16, 0x1b, 0x1a), ground: Rgb::new(0x0f, 0x13, 0x12), dark: true };

/// Every colour of the ramp by the name of its token.
fn ramp(brand: Rgb, surface: &Surface) -> [(&'static str, Rgb); 8] {
    let own = Oklch::of(brand);
    let full = if surface.dark { own.chroma.min(MOST_CHROMA_IN_DARK) } else { own.chroma };
    let at = |lightness: f64, share: f64| own.with_lightness(lightness).with_chroma(full * share).to_rgb();
    let soft = if surface.dark { at(0.29, 0.42) } else { at(0.946, 0.2) };
    let start = if surface.dark { own.lightness.max(0.72) } else { own.lightness };
    let readable =
        |colour: Rgb| [surface.paper, surface.ground, soft].iter().all(|below| colour.contrast(*below) >= TEXT);
    let main = if readable(brand) { brand } else { move_until(start, surface.dark, |l| at(l, 1.0), readable) };
    let meaning = |colour: Rgb| colour.contrast(surface.paper) >= BORDER;
    let middle = move_until(if surface.dark { 0.5 } else { 0.676 }, surface.dark, |l| at(l, 1.0), meaning);
    let lightness = Oklch::of(main).lightness;
    let (strong, strongest) = if surface.dark {
        (at(lightness + (1.0 - lightness) * 0.35, 0.85), at(lightness + (1.0 - lightness) * 0.65, 0.5))
    } else {
        (at(lightness * 0.79, 0.77), at(lightness * 0.59, 0.56))
    };
    [
        ("--brand-25", if surface.dark { at(0.245, 0.25) } else { at(0.979, 0.105) }),
        ("--brand-50", soft),
        ("--brand-100", if surface.dark { at(0.36, 0.55) } else { at(0.894, 0.41) }),
        ("--brand-300", middle),
        ("--brand", main),
        ("--brand-700", strong),
        ("--brand-900", strongest),
        ("--on-brand", if surface.dark { surface.ground } else { surface.paper }),
    ]
}

/// Lighter on dark paper, darker on light paper, until the colour passes.
fn move_until(start: f64, lighter: bool, colour: impl Fn(f64) -> Rgb, passes: impl Fn(Rgb) -> bool) -> Rgb {
    let tries = (0..=200_u16).map(|step| f64::from(step) * STEP);
    let mut tries = tries.map(|moved| colour((if lighter { start + moved } else { start - moved }).clamp(0.0, 1.0)));
    tries.find(|colour| passes(*colour)).unwrap_or(if lighter { Rgb::WHITE } else { Rgb::BLACK })
}

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

    #[test]
    fn what_is_no_colour_is_refused() {
        for bad in ["", "#12345", "#12345g", "red", "#1234567"] {
            assert_eq!(Rgb::parse(bad), None, "{bad}");
        }
    }
}
