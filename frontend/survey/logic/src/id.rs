//! The id of a response, made on the device before the first send.

/// A UUID of version 7 from the time in milliseconds and random bytes (RFC 9562).
pub fn uuid7(milliseconds: i64, random: [u8; 10]) -> String {
    let mut bytes = [0_u8; 16];
    bytes[..6].copy_from_slice(&milliseconds.to_be_bytes()[2..]);
    bytes[6..].copy_from_slice(&random);
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    let mut out = String::with_capacity(36);
    for (place, byte) in bytes.iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        for half in [byte >> 4, byte & 15] {
            out.push(char::from_digit(half.into(), 16).unwrap_or('0'));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uuid7;

    #[test]
    fn an_id_carries_its_time_its_version_and_its_variant() {
        assert_eq!(uuid7(0x0190_b6a0_1f5e, [0xff; 10]), "0190b6a0-1f5e-7fff-bfff-ffffffffffff");
        assert_eq!(uuid7(0x0190_b6a0_1f5e, [0; 10]), "0190b6a0-1f5e-7000-8000-000000000000");
    }
}
