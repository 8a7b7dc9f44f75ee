//! Who signs a report: what can be printed of them.

use super::Defects;
use crate::report::{EmployeeNumber, Signatory};

/// The same without needless blanks, and the number as its digits alone where it is one.
pub(super) fn tidy(head: Signatory) -> Signatory {
    let line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let number = head.number.map(|number| read(&number).unwrap_or(number));
    Signatory {
        acting: head.acting,
        position: line(head.position),
        name: line(head.name),
        rank: head.rank.map(line).filter(|rank| !rank.is_empty()),
        number,
    }
}

/// A number by the rule of its kind; the text of the rule that it breaks otherwise.
fn read(number: &EmployeeNumber) -> Result<EmployeeNumber, String> {
    let read = match number {
        EmployeeNumber::Nip(digits) => EmployeeNumber::nip(digits),
        EmployeeNumber::Nipppk(digits) => EmployeeNumber::nipppk(digits),
    };
    read.map_err(|error| error.to_string())
}

pub(super) fn check(head: &Signatory, defects: &mut Defects) {
    defects.line("/head/position", &head.position, 1, 150);
    defects.line("/head/name", &head.name, 1, 120);
    defects.line_if("/head/rank", head.rank.as_deref(), 80);
    if let Some(number) = &head.number
        && let Err(broken) = read(number)
    {
        let (EmployeeNumber::Nip(digits) | EmployeeNumber::Nipppk(digits)) = number;
        let accepted = format!("18 digits as on the letter of appointment, blanks allowed: {broken}");
        defects.push("/head/number/number", "invalid_employee_number", digits, accepted);
    }
}
