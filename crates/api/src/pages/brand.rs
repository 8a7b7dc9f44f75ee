//! The accent of the survey page, from the city's brand colour: as near to it as it stays readable.

/// The paper of the light and of the dark page, as in survey.css.
const PAPER: [Rgb; 2] = [Rgb(255, 255, 255), Rgb(22, 27, 26)];
/// WCAG 2.2 AA for text.
const READABLE: f64 = 4.5;
const STEPS: u16 = 20;

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(u8, u8, u8);

impl Rgb {
    /// Black.
    pub const BLACK: Self = Self(0, 0, 0);

    /// Reads `#0b6b5c`, with or without the hash.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = hex::decode(text.strip_prefix('#').unwrap_or(text)).ok()?;
        let [red, green, blue] = bytes.try_into().ok()?;
        Some(Self(red, green, blue))
    }

    /// `0b6b5c`.
    pub fn hex(self) -> String {
        hex::encode([self.0, self.1, self.2])
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// The contrast of two colours by WCAG, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn towards(self, other: Self, step: u16) -> Self {
        let mix = |from: u8, to: u8| {
            let mixed = (u16::from(from) * (STEPS - step) + u16::from(to) * step) / STEPS;
            u8::try_from(mixed).unwrap_or(to)
        };
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }
}

/// The accent on a paper, and the text on the accent.
fn accent(brand: Rgb, paper: Rgb) -> (Rgb, Rgb) {
    let far = if paper == PAPER[0] { Rgb::BLACK } else { Rgb(255, 255, 255) };
    let steps = (0..=STEPS).map(|step| brand.towards(far, step));
    let accent = steps.into_iter().find(|colour| colour.contrast(paper) >= READABLE).unwrap_or(far);
    (accent, paper)
}

/// The tokens that stand before survey.css.
pub fn tokens(brand: Rgb) -> String {
    let [light, dark] = PAPER.map(|paper| {
        let (accent, on_accent) = accent(brand, paper);
        format!(":root{{--accent:#{};--on-accent:#{}}}", accent.hex(), on_accent.hex())
    });
    format!("{light}@media(prefers-color-scheme:dark){{{dark}}}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_brand_colour_gives_a_readable_accent_on_both_papers() {
        for brand in ["#0b6b5c", "#ffffff", "#000000", "#ffe600", "#ff0000", "#0000ff", "#777777"] {
            for paper in PAPER {
                let (accent, on_accent) = accent(Rgb::parse(brand).unwrap(), paper);
                assert!(accent.contrast(paper) >= READABLE && accent.contrast(on_accent) >= READABLE, "{brand}");
            }
        }
    }

    #[test]
    fn a_readable_brand_colour_is_taken_as_it_is() {
        let brand = Rgb::parse("#0b6b5c").unwrap();
        assert_eq!(accent(brand, PAPER[0]).0, brand);
        assert!(tokens(brand).starts_with(":root{--accent:#0b6b5c;--on-accent:#ffffff}"));
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for bad in ["", "#12345", "#12345g", "red", "#1234567"] {
            assert_eq!(Rgb::parse(bad), None, "{bad}");
        }
    }
}
