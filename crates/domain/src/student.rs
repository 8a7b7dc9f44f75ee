//! Student's t distribution.
//!
//! Computed by the incomplete beta function; its continued fraction does not converge for many thousands of degrees of
//! freedom, so there the expansions around the normal distribution take over (Abramowitz and Stegun, "Handbook of
//! Mathematical Functions", 26.7.5; Fisher, "Expansion of Student's integral in powers of n⁻¹", Metron 5, 1925).

use statrs::distribution::{ContinuousCDF, StudentsT};
use statrs::function::{beta::checked_beta_reg, erf::erfc};
use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// The 97.5 % point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;
/// From so many degrees of freedom on the expansion of the quantile is exact to ten digits.
const MANY_FOR_QUANTILE: f64 = 200.0;
/// From so many degrees of freedom on the expansion of the probability is exact to nine decimals.
const MANY_FOR_PROBABILITY: f64 = 2_000.0;

/// The 97.5 % point for so many degrees of freedom: half the width, in standard errors, of a 95 % interval. `None` for no
/// degrees of freedom.
pub fn quantile_975(freedom: f64) -> Option<f64> {
    let distribution = student(freedom)?;
    if freedom < MANY_FOR_QUANTILE {
        return Some(distribution.inverse_cdf(0.975));
    }
    let square = Z * Z;
    let first = (square + 1.0) / 4.0;
    let second = ((5.0 * square + 16.0) * square + 3.0) / 96.0;
    let third = (((3.0 * square + 19.0) * square + 17.0) * square - 15.0) / 384.0;
    let fourth = ((((79.0 * square + 776.0) * square + 1_482.0) * square - 1_920.0) * square - 945.0) / 92_160.0;
    Some(Z * (1.0 + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom))
}

/// How probable a |t| at least this large is by chance alone. `None` for no degrees of freedom.
pub fn two_sided_p(t: f64, freedom: f64) -> Option<f64> {
    student(freedom).filter(|_| t.is_finite())?;
    if freedom < MANY_FOR_PROBABILITY {
        // The tail itself, not one minus the rest: small probabilities keep their digits.
        return checked_beta_reg(freedom / 2.0, 0.5, freedom / (freedom + t * t)).ok();
    }
    let square = t * t;
    let density = (-square / 2.0).exp() / (2.0 * PI).sqrt();
    let first = (square + 1.0) / 4.0;
    let second = (((3.0 * square - 7.0) * square - 5.0) * square - 3.0) / 96.0;
    let tail = erfc(t.abs() * FRAC_1_SQRT_2) + 2.0 * density * t.abs() * (first + second / freedom) / freedom;
    Some(tail.clamp(0.0, 1.0))
}

fn student(freedom: f64) -> Option<StudentsT> {
    StudentsT::new(0.0, 1.0, freedom).ok().filter(|_| freedom.is_finite() && freedom > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (freedom, quantile) in [
            (1.0, 12.706_204_736_432_1),
            (2.0, 4.302_652_729_911_28),
            (9.0, 2.262_157_162_740_99),
            (14.0, 2.144_786_687_916_93),
            (28.0, 2.048_407_141_795_24),
            (60.0, 2.000_297_821_058_26),
            (1_000.0, 1.962_339_080_826_41),
            (1_000_000.0, 1.959_966_356_813_9),
        ] {
            let found = quantile_975(freedom).unwrap();
            assert!((found - quantile).abs() < 1e-8, "{freedom}: {found}");
        }
        assert_eq!(quantile_975(0.0), None);
        assert_eq!(quantile_975(f64::NAN), None);
    }

    #[test]
    fn a_probability_is_the_inverse_of_its_quantile() {
        for freedom in [2.5, 9.0, 28.3, 199.0, 201.0, 1_999.0, 2_001.0, 1e6, 1e9] {
            let p = two_sided_p(quantile_975(freedom).unwrap(), freedom).unwrap();
            assert!((p - 0.05).abs() < 1e-9, "{freedom}: {p}");
        }
        assert!((two_sided_p(0.0, 5.0).unwrap() - 1.0).abs() < 1e-12);
        assert_eq!(two_sided_p(f64::NAN, 5.0), None);
    }

    #[test]
    fn both_ways_of_computing_agree_where_they_meet() {
        for t in [0.1_f64, 1.0, 2.0, 3.5, 5.0] {
            let (below, above) = (two_sided_p(t, 1_999.999_999).unwrap(), two_sided_p(-t, 2_000.0).unwrap());
            assert!((below - above).abs() < 1e-9, "{t}: {below} {above}");
        }
        let (below, above) = (quantile_975(199.999_999_999).unwrap(), quantile_975(200.0).unwrap());
        assert!((below - above).abs() < 1e-9, "{below} {above}");
    }
}
