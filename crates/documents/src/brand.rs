//! The city's colour on what is printed, made readable by the rule of the screens.

use charts::BrandPaints;
use domain::brand::{LIGHT, Rgb, ramp};

/// The program's own colours.
const MAIN: &str = "0b6b5d";
const PALE: &str = "e6f2ef";

/// The colours of a document, as `rrggbb`.
#[derive(Clone, Debug)]
pub(crate) struct Brand {
    /// Of heads and bars; white can be read on it, and it on white and pale.
    pub(crate) main: String,
    /// Behind totals.
    pub(crate) pale: String,
    /// Of the drawings; `None` where they have the program's.
    paints: Option<BrandPaints>,
}

impl Default for Brand {
    fn default() -> Self {
        Self { main: MAIN.to_owned(), pale: PALE.to_owned(), paints: None }
    }
}

impl Brand {
    /// Of the city's setting; what is no colour gives the program's.
    pub(crate) fn of(setting: Option<&str>) -> Self {
        let Some(brand) = setting.and_then(Rgb::parse) else { return Self::default() };
        let ramp = ramp(brand, &LIGHT);
        let named = |token: &str| {
            let found = ramp.iter().find(|(name, _)| *name == token);
            found.map_or_else(|| MAIN.to_owned(), |(_, colour)| colour.hex())
        };
        let painted = |token: &str| format!("#{}", named(token));
        Self {
            main: named("--brand"),
            pale: named("--brand-50"),
            paints: Some(BrandPaints {
                brand: painted("--brand"),
                pale: painted("--brand-100"),
                steps: ["--brand-100", "--brand-300", "--brand", "--brand-900"].map(painted),
            }),
        }
    }

    /// A chart in these colours.
    pub(crate) fn repaint(&self, chart: &mut String) {
        if let Some(paints) = &self.paints {
            *chart = paints.repaint(chart);
        }
    }

    /// A drawing whose fills are [`Brand::default`]'s, in these colours. What a person wrote is text and stays.
    pub(crate) fn refill(&self, drawing: String) -> String {
        if self.paints.is_none() {
            return drawing;
        }
        let fill = |colour: &str| format!("fill=\"#{colour}\"");
        drawing.replace(&fill(MAIN), &fill(&self.main)).replace(&fill(PALE), &fill(&self.pale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::brand::TEXT;

    #[test]
    fn every_colour_of_a_city_can_be_read_on_paper() {
        for setting in ["#ffe600", "#ffffff", "#1d4ed8", "#000000", "#f06292"] {
            let brand = Brand::of(Some(setting));
            let [main, pale] = [&brand.main, &brand.pale].map(|colour| Rgb::parse(colour).unwrap());
            assert!(main.contrast(Rgb::WHITE) >= TEXT && main.contrast(pale) >= TEXT, "{setting}");
            let ink = Rgb::parse(charts::Paint::Ink.colour()).unwrap();
            for step in &brand.paints.unwrap().steps[..2] {
                assert!(Rgb::parse(step).unwrap().contrast(ink) >= TEXT, "{setting}: {step}");
            }
        }
        assert_eq!(Brand::of(Some("#1d4ed8")).main, "1d4ed8");
        assert_eq!((Brand::of(Some("hijau")).main.as_str(), Brand::of(None).main.as_str()), (MAIN, MAIN));
    }
}
