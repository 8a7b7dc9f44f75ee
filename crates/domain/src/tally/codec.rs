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

/// The most bytes that a counter takes.
const WIDEST: usize = 9;

fn put(out: &mut Vec<u8>, value: i64) -> Result<(), CodecError> {
    let mut bytes = [0; WIDEST];
    let length = write(&mut bytes, value)?;
    out.extend_from_slice(&bytes[..length]);
    Ok(())
}

/// Writes a counter at the beginning of `bytes`; answers its length.
fn write(bytes: &mut [u8], value: i64) -> Result<usize, CodecError> {
    let mut rest = u64::try_from(value).map_err(|_| CodecError::Negative)?;
    let mut end = 0;
    while rest >= 0x80 {
        bytes[end] = (rest & 0x7f) as u8 | 0x80;
        rest >>= 7;
        end += 1;
    }
    bytes[end] = (rest & 0x7f) as u8;
    Ok(end + 1)
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

    /// Reads counts and adds them to others.
    fn add_counts(&mut self, counts: &mut Counts) -> Result<(), CodecError> {
        counts.n += self.number()?;
        for set in &mut counts.sets {
            *set += self.number()?;
        }
        for item in &mut counts.items {
            let present = self.byte()?;
            for (at, counter) in item.iter_mut().enumerate() {
                if present & (1 << at) != 0 {
                    *counter += self.number()?;
                }
            }
        }
        Ok(())
    }
}

fn put_counts(out: &mut Vec<u8>, counts: &Counts) -> Result<(), CodecError> {
    put(out, counts.n)?;
    for set in &counts.sets {
        put(out, *set)?;
    }
    for item in &counts.items {
        // Gathered first, as most counters are a single byte: an answer writes some hundred of them.
        let mut bytes = [0_u8; 1 + 5 * WIDEST];
        let mut end = 1;
        for (at, counter) in item.iter().enumerate().filter(|(_, counter)| **counter != 0) {
            bytes[0] |= 1 << at;
            end += write(&mut bytes[end..], *counter)?;
        }
        out.extend_from_slice(&bytes[..end]);
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
        let mut counts = Self::empty(layout);
        counts.merge_encoded(layout, bytes)?;
        Ok(counts)
    }

    /// Adds what [`Counts::encode`] wrote, without building it first.
    ///
    /// # Errors
    /// When the bytes are not counts of this layout; then the sum is of no use any more.
    pub fn merge_encoded(&mut self, layout: &Layout, bytes: &[u8]) -> Result<(), CodecError> {
        debug_assert_eq!(self.items.len(), layout.items);
        let mut reader = Reader(bytes);
        reader.version()?;
        reader.add_counts(self)?;
        reader.end()
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
        let mut moments = Self::empty(layout);
        moments.merge_encoded(bytes)?;
        Ok(moments)
    }

    /// Adds what [`Moments::encode`] wrote, without building it first.
    ///
    /// # Errors
    /// When the bytes are not pair sums of this layout; then the sum is of no use any more.
    pub fn merge_encoded(&mut self, bytes: &[u8]) -> Result<(), CodecError> {
        let mut reader = Reader(bytes);
        reader.version()?;
        for sum in self.pairs.iter_mut().flatten() {
            *sum += reader.number()?;
        }
        reader.end()
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
        let mut slices = Self::default();
        slices.merge_encoded(layout, bytes)?;
        Ok(slices)
    }

    /// Adds what [`Slices::encode`] wrote.
    ///
    /// # Errors
    /// When the bytes are not slices of this layout; then the sum is of no use any more.
    pub fn merge_encoded(&mut self, layout: &Layout, bytes: &[u8]) -> Result<(), CodecError> {
        let mut reader = Reader(bytes);
        reader.version()?;
        while !reader.0.is_empty() {
            let kind = SliceKind::from_number(reader.byte()?).ok_or(CodecError::Damaged)?;
            let value = reader.byte()?;
            reader.add_counts(self.entry(SliceKey { kind, value }, layout))?;
        }
        Ok(())
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
