//! What is particular about each unit: how good it is, where it is heading, how many people it serves, how many answer.

use crate::dice::Dice;
use crate::plan::{Plan, QUARTERS};
use crate::{Organisation, Unit};
use domain::sample::required_sample;

/// How many answers a unit collects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turnout {
    /// Never surveys.
    Silent,
    /// Did survey, and has nothing in the running quarter.
    Paused,
    /// A handful a quarter: an index of these says little.
    Few(u32),
    /// Percent of its required sample, and no more.
    Short(u32),
    /// Percent of its required sample, and a part of all further answers by the people it serves.
    Full(u32),
}

/// One unit as the generator sees it; qualities in 32nds of a logit.
#[derive(Clone, Debug)]
pub(crate) struct Portrait {
    pub(crate) turnout: Turnout,
    /// Per quarter.
    pub(crate) level: [i32; QUARTERS],
    /// People served per quarter, known to the city or not.
    pub(crate) served: [u32; QUARTERS],
    pub(crate) is_served_known: bool,
}

const PURPOSE: u64 = 1;
const HANDFULS: [u32; 8] = [4, 7, 9, 14, 18, 21, 24, 27];
/// Too important to have few answers.
const PROMINENT: [&str; 7] = ["mpp", "rsud", "perusahaan_daerah", "kecamatan", "dukcapil", "dinkes", "setda"];

/// People served per unit of the organisation and quarter, `None` where the city does not know: always or never for a unit.
pub fn served(plan: &Plan, organisation: &Organisation) -> Vec<[Option<u32>; QUARTERS]> {
    let known = |portrait: Portrait| portrait.served.map(|served| portrait.is_served_known.then_some(served));
    portraits(plan, organisation).into_iter().map(|portrait| portrait.map_or([None; QUARTERS], known)).collect()
}

/// Per unit of the organisation; `None` for units that need not survey.
pub(crate) fn portraits(plan: &Plan, organisation: &Organisation) -> Vec<Option<Portrait>> {
    let mut dice = Dice::new(plan.seed, PURPOSE);
    let turnouts = turnouts(organisation, &mut dice);
    let mut order: Vec<usize> = organisation.obliged().map(|(position, _)| position).collect();
    shuffle(&mut order, &mut dice);
    let mut portraits = vec![None; organisation.units.len()];
    for (rank, position) in order.into_iter().enumerate() {
        let (Some(unit), Some(slot)) = (organisation.units.get(position), portraits.get_mut(position)) else {
            continue;
        };
        let level = level(rank, &mut dice);
        let served = people_served(unit, &mut dice);
        let turnout = turnouts[position];
        *slot = Some(Portrait { turnout, level, served, is_served_known: rank % 13 != 12 });
    }
    portraits
}

fn turnouts(organisation: &Organisation, dice: &mut Dice) -> Vec<Turnout> {
    let mut turnouts: Vec<Turnout> =
        (0..organisation.units.len()).map(|_| Turnout::Full(103 + dice.below(14))).collect();
    let is_prominent = |unit: &Unit| PROMINENT.contains(&unit.kind) || PROMINENT.contains(&unit.code);
    let mut order: Vec<usize> =
        organisation.obliged().filter(|(_, unit)| !is_prominent(unit)).map(|(position, _)| position).collect();
    shuffle(&mut order, dice);
    let special = [Turnout::Silent, Turnout::Silent, Turnout::Paused, Turnout::Paused]
        .into_iter()
        .chain(HANDFULS.map(Turnout::Few))
        .chain([58, 66, 73, 79, 84, 88, 91, 94].map(Turnout::Short));
    for (position, turnout) in order.into_iter().zip(special) {
        turnouts[position] = turnout;
    }
    turnouts
}

/// Two units fail, some are below B, some excel, most are good; all move a little from quarter to quarter.
fn level(rank: usize, dice: &mut Dice) -> [i32; QUARTERS] {
    let (start, slope) = match rank {
        0..2 => (dice.between(-84, -78), dice.between(-2, 1)),
        2..16 => (dice.between(-48, -33), dice.between(-2, 2)),
        16..28 => (dice.between(46, 62), dice.between(-2, 3)),
        28..36 => (dice.between(-36, -20), dice.between(7, 11)),
        36..42 => (dice.between(24, 40), dice.between(-11, -7)),
        _ => (dice.between(-22, 28), dice.between(-3, 4)),
    };
    let mut quarter = 0;
    [(); QUARTERS].map(|()| {
        let level = start + slope * quarter + dice.between(-3, 3);
        quarter += 1;
        level
    })
}

fn people_served(unit: &Unit, dice: &mut Dice) -> [u32; QUARTERS] {
    let (least, most) = match (unit.code, unit.kind) {
        ("dukcapil", _) => (29_000, 33_000),
        ("pt-air-minum", _) => (20_000, 24_000),
        ("dpmptsp" | "bpkpad" | "dinsos", _) => (4_000, 7_000),
        (_, "mpp") => (21_000, 26_000),
        (_, "rsud") => (15_000, 18_000),
        (_, "puskesmas") => (2_600, 9_000),
        (_, "kecamatan") => (800, 3_000),
        (_, "kelurahan") => (450, 2_400),
        (_, "bagian") => (70, 380),
        (_, "perangkat_daerah") => (180, 3_200),
        _ => (150, 3_600),
    };
    // The lesser of two draws: small units are the more frequent.
    let typical = dice.between(least, most).min(dice.between(least, most));
    [(); QUARTERS].map(|()| (typical * dice.between(92, 108) / 100).unsigned_abs())
}

impl Portrait {
    /// Answers a full quarter has before further ones are shared out.
    pub(crate) fn base(&self, quarter: usize) -> u64 {
        let required = u64::try_from(required_sample(i64::from(self.served[quarter]))).unwrap_or(0);
        match self.turnout {
            Turnout::Silent => 0,
            Turnout::Paused if quarter + 1 == QUARTERS => 0,
            Turnout::Paused => required,
            Turnout::Few(count) => u64::from(count),
            Turnout::Short(percent) | Turnout::Full(percent) => required * u64::from(percent) / 100,
        }
    }

    /// Its weight when further answers are shared out.
    pub(crate) fn appetite(&self, quarter: usize) -> u64 {
        if matches!(self.turnout, Turnout::Full(_)) { u64::from(self.served[quarter]) } else { 0 }
    }
}

fn shuffle(list: &mut [usize], dice: &mut Dice) {
    for end in (1..list.len()).rev() {
        list.swap(end, dice.position(end + 1));
    }
}
