//! What an answer of the server means for answers that wait on the device.

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Stored by the server, now or before: drop it here.
    Delivered,
    /// Try again later, after the seconds that the server asked for.
    Later(Option<u32>),
    /// Refused with this code: kept, shown plainly, tried again only when the page is opened anew.
    Refused(String),
}

/// Reads an answer: its status, its header `Retry-After`, the id of its receipt and the code of its problem.
///
/// A receipt must name the response. A gate of a wireless network that answers everything with "200, please sign in"
/// delivers nothing.
pub fn outcome(status: u16, retry_after: Option<&str>, receipt: Option<&str>, code: Option<&str>, id: &str) -> Outcome {
    match status {
        200 | 201 if receipt == Some(id) => Outcome::Delivered,
        400 | 404 | 409 | 410 | 413 | 415 | 422 => match code {
            Some(code) => Outcome::Refused(code.to_owned()),
            // Not this server's words.
            None => Outcome::Later(None),
        },
        _ => Outcome::Later(retry_after.and_then(|seconds| seconds.trim().parse().ok())),
    }
}

/// Seconds until the next try, after so many in vain.
pub fn pause(tries: u32, asked: Option<u32>) -> u32 {
    const FIRST: u32 = 2;
    const LONGEST: u32 = 300;
    (FIRST << tries.min(8)).clamp(asked.unwrap_or(0), LONGEST.max(asked.unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_receipt_for_this_response_drops_it() {
        let id = "0190b6a0";
        for status in [200, 201] {
            assert_eq!(outcome(status, None, Some(id), None, id), Outcome::Delivered);
            assert_eq!(outcome(status, None, None, None, id), Outcome::Later(None), "the gate of a network");
            assert_eq!(outcome(status, None, Some("other"), None, id), Outcome::Later(None));
        }
        for status in [204, 302, 401, 500, 502] {
            assert_eq!(outcome(status, None, Some(id), Some("x"), id), Outcome::Later(None), "{status}");
        }
    }

    #[test]
    fn a_busy_server_is_given_the_time_it_asks_for() {
        assert_eq!(outcome(503, Some(" 7 "), None, Some("busy"), "a"), Outcome::Later(Some(7)));
        assert_eq!(outcome(429, Some("Wed, 21 Oct"), None, Some("too_many_requests"), "a"), Outcome::Later(None));
        assert_eq!((pause(0, Some(7)), pause(0, None), pause(3, Some(7)), pause(9, Some(900))), (7, 2, 16, 900));
    }

    #[test]
    fn a_refusal_is_kept_with_its_code() {
        for (status, code) in
            [(410, "link_closed"), (409, "other_content"), (422, "validation_failed"), (400, "invalid_body")]
        {
            assert_eq!(outcome(status, None, None, Some(code), "a"), Outcome::Refused(code.to_owned()));
            assert_eq!(outcome(status, None, None, None, "a"), Outcome::Later(None));
        }
    }

    #[test]
    fn the_pauses_grow_to_five_minutes() {
        let pauses: Vec<u32> = (0..12).map(|tries| pause(tries, None)).collect();
        assert_eq!(pauses, [2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300]);
        assert_eq!(pause(u32::MAX, None), 300);
    }
}
