//! Free texts: short, varied, fitting the unit and the scores, without anything that tells who wrote them.

mod documents;
mod field;
mod general;
mod health;
mod office;
mod village;

use crate::dice::Dice;
use crate::surveyed::Family;

/// Comments of one kind of unit, by what the writer thinks.
struct Comments {
    praise: &'static [&'static str],
    wishes: &'static [&'static str],
    complaints: &'static [&'static str],
}

/// A comment that fits the scores, from about one respondent in sixteen; who is displeased writes more.
pub(crate) fn of(family: Family, answers: &[u8], dice: &mut Dice) -> Option<&'static str> {
    let scores = answers.iter().filter(|answer| (1..=4).contains(*answer)).map(|answer| u32::from(*answer));
    let (sum, count) = scores.fold((0, 0), |(sum, count), score| (sum + score, count + 1));
    let mean_in_hundredths = sum * 100 / count.max(1);
    let is_displeased = mean_in_hundredths < 270;
    if !dice.percent(if is_displeased { 13 } else { 5 }) {
        return None;
    }
    let own = match family {
        Family::Office => &office::COMMENTS,
        Family::Village => &village::COMMENTS,
        Family::Health => &health::COMMENTS,
        Family::Documents => &documents::COMMENTS,
        Family::Field => &field::COMMENTS,
    };
    let comments = if dice.percent(35) { &general::COMMENTS } else { own };
    let list = match mean_in_hundredths {
        _ if is_displeased => comments.complaints,
        340.. if dice.percent(80) => comments.praise,
        _ if dice.percent(30) => comments.praise,
        _ => comments.wishes,
    };
    dice.pick(list).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn all() -> Vec<&'static str> {
        [
            &general::COMMENTS,
            &office::COMMENTS,
            &village::COMMENTS,
            &health::COMMENTS,
            &documents::COMMENTS,
            &field::COMMENTS,
        ]
        .into_iter()
        .flat_map(|comments| [comments.praise, comments.wishes, comments.complaints])
        .flatten()
        .copied()
        .collect()
    }

    #[test]
    fn there_are_many_different_comments() {
        let distinct: BTreeSet<_> = all().into_iter().collect();
        assert_eq!(distinct.len(), all().len());
        assert!(distinct.len() >= 120, "{}", distinct.len());
    }

    #[test]
    fn no_comment_holds_a_number_or_address_of_a_person() {
        for comment in all() {
            assert!(!comment.contains('@'), "{comment}");
            assert!(comment.chars().filter(char::is_ascii_digit).count() <= 2, "{comment}");
            assert_eq!(comment.trim(), comment);
        }
    }
}
