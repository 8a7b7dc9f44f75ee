//! The brand ramp of screens and documents, from the city's one colour: its hue, the lightness steps of the design, and as
//! much of its chroma as a screen can show. The colour itself is moved only as far as it must be to stay readable.

mod oklch;
mod rgb;

use oklch::Oklch;
pub use rgb::Rgb;

/// The least contrast of text (WCAG 2.2 AA).
pub const TEXT: f64 = 4.5;
/// The least contrast of borders and marks that mean something.
pub const BORDER: f64 = 3.0;
/// How far the brand colour moves at a time until it can be read.
const STEP: f64 = 0.005;
/// More would glare on a dark screen.
const MOST_CHROMA_IN_DARK: f64 = 0.13;

/// What the ramp stands on: the neutrals of the screens' tokens.
#[derive(Clone, Copy, Debug)]
pub struct Surface {
    /// Of cards, and of printed pages.
    pub paper: Rgb,
    /// Behind the cards.
    pub ground: Rgb,
    /// Whether the paper is dark.
    pub dark: bool,
}

/// By day, and on paper.
pub const LIGHT: Surface = Surface { paper: Rgb::WHITE, ground: Rgb::new(0xf8, 0xf8, 0xf7), dark: false };
/// In dark mode.
pub const DARK: Surface = Surface { paper: Rgb::new(0x16, 0x1b, 0x1a), ground: Rgb::new(0x0f, 0x13, 0x12), dark: true };

/// Every colour of the ramp by the name of its token.
pub fn ramp(brand: Rgb, surface: &Surface) -> [(&'static str, Rgb); 8] {
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

#[cfg(test)]
mod tests {
    use super::Rgb;

    #[test]
    fn what_is_no_colour_is_refused() {
        for bad in ["", "#12345", "#12345g", "red", "#1234567", "+1+1+1"] {
            assert_eq!(Rgb::parse(bad), None, "{bad}");
        }
        assert_eq!(Rgb::parse("#0B6b5c").map(Rgb::hex).as_deref(), Some("0b6b5c"));
    }
}
