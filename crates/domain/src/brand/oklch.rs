//! Colours by lightness, chroma and hue as the eye sees them (OKLCH, <https://bottosson.github.io/posts/oklab/>).

use super::Rgb;

/// How finely chroma is taken back until a colour can be shown.
const STEPS: u16 = 40;

/// Lightness 0 to 1, chroma from 0, hue in radians.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Oklch {
    pub(super) lightness: f64,
    pub(super) chroma: f64,
    pub(super) hue: f64,
}

impl Oklch {
    pub(super) fn of(colour: Rgb) -> Self {
        let [red, green, blue] = colour.linear();
        let l = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let m = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let s = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
        Self {
            lightness: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            chroma: a.hypot(b),
            hue: b.atan2(a),
        }
    }

    pub(super) fn with_lightness(self, lightness: f64) -> Self {
        Self { lightness, ..self }
    }

    pub(super) fn with_chroma(self, chroma: f64) -> Self {
        Self { chroma, ..self }
    }

    /// The nearest colour of a screen with this lightness and hue: chroma gives way.
    pub(super) fn to_rgb(self) -> Rgb {
        let paler = (0..=STEPS).map(|step| self.chroma * f64::from(STEPS - step) / f64::from(STEPS));
        let mut tries = paler.map(|chroma| self.with_chroma(chroma).linear());
        let fits = tries.find(|linear| linear.iter().all(|channel| (-0.000_1..=1.000_1).contains(channel)));
        Rgb::from_linear(fits.unwrap_or([self.lightness.powi(3); 3]))
    }

    fn linear(self) -> [f64; 3] {
        let (a, b) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let l = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_comes_back_as_it_was() {
        for hex in ["0b6b5c", "ffffff", "000000", "ffe600", "ff0000", "0000ff", "7f7f7f"] {
            assert_eq!(Oklch::of(Rgb::parse(hex).unwrap()).to_rgb().hex(), hex);
        }
    }

    #[test]
    fn what_no_screen_shows_becomes_paler_and_keeps_its_lightness() {
        let loud = Oklch { lightness: 0.95, chroma: 0.3, hue: 2.0 };
        let shown = Oklch::of(loud.to_rgb());
        assert!((shown.lightness - 0.95).abs() < 0.01 && shown.chroma < 0.3, "{shown:?}");
    }
}
