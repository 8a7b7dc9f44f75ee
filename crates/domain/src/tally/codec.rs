//! How tallies are stored: compact bytes that begin with the version of the codec.
//!
//! Counters are LEB128 varints. In [`Counts`] each item begins with a byte that says which of its five counters are not
//! zero, as most slices give few different scores. A negative counter cannot be stored: it would mean that a response was
//! taken out which had never been counted.

use super::{Counts, Layout, Moments, SliceKey, SliceKind, Slices};

const VERSION: u8 = 1;

/// Stored bytes that are not a tally of the expected layout, or a tally that cannot be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodecError {
    /// A counter fell below zero.
    #[error("a tally counter is negative: a response was taken out that had not been counted")]
    Negative,
    /// The bytes end too early, go on too long or hold an impossible number.
    #[error("the stored tally is damaged or belongs to another questionnaire")]
    Damaged,
    /// A newer program wrote them.
    #[error("the stored tally has codec version {0}, this program reads version 1")]
    Version(u8),
}

fn put(out: &mut Vec<u8>, value: i64) -> Result<(), CodecError> {
    let mut rest = u64::try_from(value).map_err(|_| CodecError::Negative)?;
    while rest >= 0x80 {
        out.push((rest & 0x7f) as u8 | 0x80);
        rest >>= 7;
    }
    out.push((rest & 0x7f) as u8);
    Ok(())
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn byte(&mut self) -> Result<u8, CodecError> {
        let (first, rest) = self.0.split_first().ok_or(CodecError::Damaged)?;
        self.0 = rest;
        Ok(*first)
    }

    fn number(&mut self) -> Result<i64, CodecError> {
        let mut value = 0_i64;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            value |= i64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(CodecError::Damaged)
    }

    fn version(&mut self) -> Result<(), CodecError> {
        match self.byte()? {
            VERSION => Ok(()),
            other => Err(CodecError::Version(other)),
        }
    }

    fn end(self) -> Result<(), CodecError> {
        if self.0.is_empty() { Ok(()) } else { Err(CodecError::Damaged) }
    }

    fn counts(&mut self, layout: &Layout) -> Result<Counts, CodecError> {
        let mut counts = Counts::empty(layout);
        counts.n = self.number()?;
        for set in &mut counts.sets {
            *set = self.number()?;
        }
        for item in &mut counts.items {
            let present = self.byte()?;
            for (at, counter) in item.iter_mut().enumerate() {
                if present & (1 << at) != 0 {
                    *counter = self.number()?;
                }
            }
        }
        Ok(counts)
    }
}

fn put_counts(out: &mut Vec<u8>, counts: &Counts) -> Result<(), CodecError> {
    put(out, counts.n)?;
    for set in &counts.sets {
        put(out, *set)?;
    }
    for item in &counts.items {
        let present = item.iter().enumerate().fold(0, |bits, (at, counter)| if *counter == 0 { bits } else { bits | 1 << at });
        out.push(present);
        for counter in item.iter().filter(|counter| **counter != 0) {
            put(out, *counter)?;
        }
    }
    Ok(())
}

impl Counts {
    /// The bytes to store.
    ///
    /// # Errors
    /// [`CodecError::Negative`] when more was taken out than counted.
    pub fn encode(&self) -> Result<Vec<u8>, CodecError> {
        let mut out = Vec::with_capacity(8 + self.items.len() * 8);
        out.push(VERSION);
        put_counts(&mut out, self)?;
        Ok(out)
    }

    /// Reads what [`Counts::encode`] wrote.
    ///
    /// # Errors
    /// When the bytes are not counts of this layout.
    pub fn decode(layout: &Layout, bytes: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader(bytes);
        reader.version()?;
        let counts = reader.counts(layout)?;
        reader.end()?;
        Ok(counts)
    }
}

impl Moments {
    /// The bytes to store.
    ///
    /// # Errors
    /// [`CodecError::Negative`] when more was taken out than counted.
    pub fn encode(&self) -> Result<Vec<u8>, CodecError> {
        let mut out = Vec::with_capacity(1 + self.pairs.len() * 8);
        out.push(VERSION);
        for sum in self.pairs.iter().flatten() {
            put(&mut out, *sum)?;
        }
        Ok(out)
    }

    /// Reads what [`Moments::encode`] wrote.
    ///
    /// # Errors
    /// When the bytes are not pair sums of this layout.
    pub fn decode(layout: &Layout, bytes: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader(bytes);
        reader.version()?;
        let mut moments = Self::empty(layout);
        for sum in moments.pairs.iter_mut().flatten() {
            *sum = reader.number()?;
        }
        reader.end()?;
        Ok(moments)
    }
}

impl Slices {
    /// The bytes to store.
    ///
    /// # Errors
    /// [`CodecError::Negative`] when more was taken out than counted.
    pub fn encode(&self) -> Result<Vec<u8>, CodecError> {
        let mut out = Vec::with_capacity(1 + self.len() * 48);
        out.push(VERSION);
        for (key, counts) in self.iter() {
            out.push(key.kind.number());
            out.push(key.value);
            put_counts(&mut out, counts)?;
        }
        Ok(out)
    }

    /// Reads what [`Slices::encode`] wrote.
    ///
    /// # Errors
    /// When the bytes are not slices of this layout.
    pub fn decode(layout: &Layout, bytes: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader(bytes);
        reader.version()?;
        let mut slices = Self::default();
        while !reader.0.is_empty() {
            let kind = SliceKind::from_number(reader.byte()?).ok_or(CodecError::Damaged)?;
            let value = reader.byte()?;
            slices.insert(SliceKey { kind, value }, reader.counts(layout)?);
        }
        Ok(slices)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::{NOT_ASKED, Sign, Tally};

    fn layout() -> Layout {
        Layout { items: 3, sets: vec![0b111, 0b001], pairs: vec![(0, 1), (0, 2), (1, 2)] }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let layout = layout();
        let mut tally = Tally::empty(&layout);
        let mut slices = Slices::default();
        for answers in [[4, 3, 0], [1, NOT_ASKED, 2], [0, 0, 4]] {
            for _ in 0..200 {
                tally.count(&layout, &answers, Sign::Add);
                slices.count(&layout, &[SliceKey { kind: SliceKind::Profile(1), value: 2 }], &answers, Sign::Add);
            }
        }
        assert_eq!(Counts::decode(&layout, &tally.counts.encode().unwrap()), Ok(tally.counts));
        assert_eq!(Moments::decode(&layout, &tally.moments.encode().unwrap()), Ok(tally.moments));
        assert_eq!(Slices::decode(&layout, &slices.encode().unwrap()), Ok(slices));
    }

    #[test]
    fn taking_out_what_was_never_counted_cannot_be_stored() {
        let layout = layout();
        let mut tally = Tally::empty(&layout);
        tally.count(&layout, &[4, 4, 4], Sign::Subtract);
        assert_eq!(tally.counts.encode(), Err(CodecError::Negative));
    }

    #[test]
    fn damaged_bytes_are_an_error_not_a_figure() {
        let layout = layout();
        let bytes = Counts::empty(&layout).encode().unwrap();
        assert_eq!(Counts::decode(&layout, &bytes[..bytes.len() - 1]), Err(CodecError::Damaged));
        assert_eq!(Counts::decode(&layout, &[bytes.clone(), vec![0]].concat()), Err(CodecError::Damaged));
        assert_eq!(Counts::decode(&layout, &[9]), Err(CodecError::Version(9)));
    }
}
