//! Texts with places for names and numbers.

/// Puts values into the `{places}` of a text, in one pass: a value that holds braces stays as it is.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, name, after)) = next_place(rest) {
        out.push_str(before);
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => out.push_str(value),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn next_place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// The names of the places of a text.
#[cfg(test)]
pub(crate) fn places(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut found = Vec::new();
    while let Some((_, name, after)) = next_place(rest) {
        found.push(name);
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_once_and_never_read_as_places() {
        assert_eq!(fill("{number} dari {count}", &[("number", "3"), ("count", "9")]), "3 dari 9");
        assert_eq!(fill("Survei {unit}", &[("unit", "{count}"), ("count", "9")]), "Survei {count}");
        assert_eq!(fill("a { b", &[]), "a { b");
        assert_eq!(fill("{unknown}", &[]), "{unknown}");
    }
}
