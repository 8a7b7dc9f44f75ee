//! What may be shown to everybody: small groups are merged with a neighbour, so that nobody is singled out and nothing can be
//! found by subtraction (UU 27/2022).

use crate::figures::SliceResult;

/// No group on a public view is smaller.
pub const LEAST_PUBLIC_GROUP: i64 = 5;

/// A group as the public sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicGroup {
    /// Its label; those of merged groups together.
    pub label: String,
    /// Responses in it.
    pub n: i64,
}

/// The options of a question in their order, neighbours merged until each group has [`LEAST_PUBLIC_GROUP`]; `None` where
/// even all together are fewer ("disamarkan").
pub fn public_groups(options: &[SliceResult]) -> Option<Vec<PublicGroup>> {
    let mut groups: Vec<PublicGroup> = Vec::new();
    for option in options.iter().filter(|option| option.n > 0) {
        match groups.last_mut() {
            Some(last) if last.n < LEAST_PUBLIC_GROUP => last.take(&option.label.id, option.n),
            _ => groups.push(PublicGroup { label: option.label.id.clone(), n: option.n }),
        }
    }
    // The last one has no neighbour behind it.
    if groups.last().is_some_and(|last| last.n < LEAST_PUBLIC_GROUP) {
        let last = groups.pop()?;
        groups.last_mut()?.take(&last.label, last.n);
    }
    Some(groups)
}

impl PublicGroup {
    fn take(&mut self, label: &str, n: i64) {
        self.label = format!("{}, {label}", self.label);
        self.n += n;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Label;

    fn groups(counts: &[(&str, i64)]) -> Option<Vec<(String, i64)>> {
        let option = |(label, n): &(&str, i64)| SliceResult {
            code: (*label).to_owned(),
            label: Label { id: (*label).to_owned(), en: (*label).to_owned() },
            n: *n,
            percent: String::new(),
            indices: Vec::new(),
        };
        let options: Vec<SliceResult> = counts.iter().map(option).collect();
        public_groups(&options).map(|groups| groups.into_iter().map(|group| (group.label, group.n)).collect())
    }

    #[test]
    fn no_public_group_is_smaller_than_five_and_none_can_be_subtracted() {
        let shown = groups(&[("SD", 2), ("SMP", 9), ("SMA", 40), ("D3", 6), ("S2", 1)]).unwrap();
        assert_eq!(shown, [("SD, SMP".to_owned(), 11), ("SMA".to_owned(), 40), ("D3, S2".to_owned(), 7)]);
        assert_eq!(groups(&[("L", 97), ("P", 3)]).unwrap(), [("L, P".to_owned(), 100)]);
        assert_eq!(groups(&[("L", 2), ("P", 1)]), None);
        assert_eq!(groups(&[]), Some(vec![]));
    }
}
