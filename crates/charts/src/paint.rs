//! The colours: what they mean, and what they are where no stylesheet says otherwise.

/// A colour by its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Text.
    Ink,
    /// Text of second rank.
    Soft,
    /// Hairlines and dashed limits.
    Line,
    /// Empty part of a bar.
    Sunk,
    /// Ground.
    Paper,
    /// The city's colour: bars and lines.
    Brand,
    /// The city's colour, pale: bands.
    Pale,
    /// What asks for attention: the lowest.
    Mark,
    /// Text on [`Paint::Mark`].
    OnMark,
    /// A step of the sequential scale, 0 to 5, from light to dark.
    Heat(usize),
    /// Text on that step.
    OnHeat(usize),
}

/// How many steps the sequential scale has.
pub const HEAT_STEPS: usize = 6;

/// Lightness falls from step to step, so that the order survives black and white; the two lowest are warm.
const HEAT: [(&str, &str, &str, &str); HEAT_STEPS] = [
    ("h0", "#fff1d6", "k0", "#1f1f1f"),
    ("h1", "#f5d795", "k1", "#1f1f1f"),
    ("h2", "#a9d8cc", "k2", "#1f1f1f"),
    ("h3", "#6bb3a4", "k3", "#04211d"),
    ("h4", "#0b6b5d", "k4", "#ffffff"),
    ("h5", "#073f38", "k5", "#ffffff"),
];

impl Paint {
    /// The class by which a stylesheet overrides the colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Soft => "soft",
            Self::Line => "line",
            Self::Sunk => "sunk",
            Self::Paper => "paper",
            Self::Brand => "brand",
            Self::Pale => "pale",
            Self::Mark => "mark",
            Self::OnMark => "on-mark",
            Self::Heat(step) => HEAT[within(step)].0,
            Self::OnHeat(step) => HEAT[within(step)].2,
        }
    }

    /// The colour where no stylesheet speaks, as `#rrggbb`.
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Ink => "#1f1f1f",
            Self::Soft => "#525252",
            Self::Line => "#a3a3a3",
            Self::Sunk => "#ededec",
            Self::Paper => "#ffffff",
            Self::Brand => "#0b6b5d",
            Self::Pale => "#c5e4dc",
            Self::Mark => "#c98a00",
            Self::OnMark => "#1f1f1f",
            Self::Heat(step) => HEAT[within(step)].1,
            Self::OnHeat(step) => HEAT[within(step)].3,
        }
    }
}

/// A city's own colours in place of the program's, each as `#rrggbb`. Ink must be readable on the steps of the scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrandPaints {
    /// In place of [`Paint::Brand`].
    pub brand: String,
    /// In place of [`Paint::Pale`].
    pub pale: String,
    /// In place of the steps 2 to 5 of the scale, which are of the brand's hue.
    pub steps: [String; 4],
}

impl BrandPaints {
    /// The same drawing in these colours. What a person wrote is text and stays.
    pub fn repaint(&self, svg: &str) -> String {
        let steps = (2..).zip(&self.steps).map(|(step, colour)| (Paint::Heat(step), colour.as_str()));
        let ink = (Paint::OnHeat(3), Paint::Ink.colour());
        let all = steps.chain([(Paint::Brand, self.brand.as_str()), (Paint::Pale, self.pale.as_str()), ink]);
        all.fold(svg.to_owned(), |svg, (paint, colour)| {
            let of = |what: &str, attribute: &str, colour: &str| {
                format!("class=\"{what}-{}\" {attribute}=\"{colour}\"", paint.class())
            };
            let filled = svg.replace(&of("f", "fill", paint.colour()), &of("f", "fill", colour));
            filled.replace(&of("s", "stroke", paint.colour()), &of("s", "stroke", colour))
        })
    }
}

const fn within(step: usize) -> usize {
    if step < HEAT_STEPS { step } else { HEAT_STEPS - 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast as WCAG 2.2 defines them.
    fn luminance(paint: Paint) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&paint.colour()[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: Paint, other: Paint) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn every_text_has_a_contrast_of_4_5_on_its_ground() {
        let mut pairs = vec![(Paint::Ink, Paint::Paper), (Paint::Soft, Paint::Paper), (Paint::OnMark, Paint::Mark)];
        pairs.extend((0..HEAT_STEPS).map(|step| (Paint::OnHeat(step), Paint::Heat(step))));
        for (text, ground) in pairs {
            assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}: {:.2}", contrast(text, ground));
        }
    }

    #[test]
    fn marks_stand_out_from_the_paper() {
        for paint in [Paint::Brand, Paint::Mark] {
            assert!(contrast(paint, Paint::Paper) >= 2.9, "{paint:?}: {:.2}", contrast(paint, Paint::Paper));
        }
    }

    #[test]
    fn the_sequential_scale_darkens_at_every_step() {
        for step in 1..HEAT_STEPS {
            let (before, this) = (luminance(Paint::Heat(step - 1)), luminance(Paint::Heat(step)));
            assert!(before > this + 0.03, "step {step}: {before:.3} to {this:.3}");
        }
    }
}
