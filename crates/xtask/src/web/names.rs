//! Names that change with the content, so that a browser may keep a file for ever.

use super::inputs::File;
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Where the server answers these files.
const ADDRESS: &str = "/assets/";
/// `{{asset:console.css}}` in a text stands for the address of that file.
const OPEN: &str = "{{asset:";
const CLOSE: &str = "}}";

/// A file that knows the name under which it is served.
pub(super) struct NamedFile {
    /// Such as `console.css`.
    pub(super) plain: String,
    /// Such as `console-0123456789abcdef.css`.
    pub(super) hashed: String,
    /// Its bytes.
    pub(super) content: Vec<u8>,
}

/// Puts the address of each file in place wherever another file names it, then names each by what it holds.
///
/// A file is named after those that it mentions, since their names are part of its content.
pub(super) fn with_addresses(files: Vec<File>) -> Result<Vec<NamedFile>> {
    let known: BTreeSet<String> = files.iter().map(|file| file.name.clone()).collect();
    let mut waiting = files;
    let mut hashed: BTreeMap<String, String> = BTreeMap::new();
    let mut done = Vec::new();
    while !waiting.is_empty() {
        let (ready, blocked): (Vec<File>, Vec<File>) =
            waiting.into_iter().partition(|file| mentions(file).iter().all(|name| hashed.contains_key(name)));
        if ready.is_empty() {
            for file in &blocked {
                if let Some(name) = mentions(file).into_iter().find(|name| !known.contains(name.as_str())) {
                    bail!("{} mentions {name}, which does not exist", file.name);
                }
            }
            let names: Vec<&str> = blocked.iter().map(|file| file.name.as_str()).collect();
            bail!("{} mention each other, so that none can be named first", names.join(", "));
        }
        for file in ready {
            let content = with_mentions_replaced(&file, &hashed)?;
            let name = hashed_name(&file.name, &content);
            hashed.insert(file.name.clone(), name.clone());
            done.push(NamedFile { plain: file.name, hashed: name, content });
        }
        waiting = blocked;
    }
    Ok(done)
}

/// The text of a file that may mention others.
fn text(file: &File) -> Option<&str> {
    let may_mention = [".js", ".css"].iter().any(|end| file.name.ends_with(end));
    if may_mention { std::str::from_utf8(&file.content).ok() } else { None }
}

fn mentions(file: &File) -> Vec<String> {
    let parts = text(file).into_iter().flat_map(|text| text.split(OPEN).skip(1));
    parts.filter_map(|part| Some(part.split_once(CLOSE)?.0.to_owned())).collect()
}

fn with_mentions_replaced(file: &File, hashed: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    let Some(text) = text(file) else { return Ok(file.content.clone()) };
    let mut parts = text.split(OPEN);
    let mut replaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(CLOSE).with_context(|| format!("{}: `{OPEN}` is not closed", file.name))?;
        replaced.push_str(ADDRESS);
        replaced.push_str(hashed.get(name).with_context(|| format!("{} has no name yet", name))?);
        replaced.push_str(rest);
    }
    Ok(replaced.into_bytes())
}

/// `console.css` with this content is `console-HASH.css`.
fn hashed_name(plain: &str, content: &[u8]) -> String {
    let hash = hex::encode(&Sha256::digest(content)[..8]);
    match plain.rsplit_once('.') {
        Some((stem, end)) => format!("{stem}-{hash}.{end}"),
        None => format!("{plain}-{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{File, NamedFile, with_addresses};

    fn file(name: &str, content: &str) -> File {
        File { name: name.to_owned(), content: content.as_bytes().to_vec() }
    }

    fn find<'a>(files: &'a [NamedFile], plain: &str) -> &'a NamedFile {
        files.iter().find(|file| file.plain == plain).unwrap()
    }

    #[test]
    fn a_mention_becomes_the_address_and_changes_the_name_of_the_file_that_mentions() {
        let start = |glue: &str| {
            let start = file("start.js", "import init from '{{asset:glue.js}}';\ninit('{{asset:glue.js}}')");
            with_addresses(vec![start, file("glue.js", glue)]).unwrap()
        };
        let (one, two) = (start("1"), start("2"));
        let glue = &find(&one, "glue.js").hashed;
        assert!(glue.starts_with("glue-") && glue.ends_with(".js") && glue.len() == "glue-0123456789abcdef.js".len());
        let content = String::from_utf8(find(&one, "start.js").content.clone()).unwrap();
        assert_eq!(content, format!("import init from '/assets/{glue}';\ninit('/assets/{glue}')"));
        assert_ne!(find(&one, "start.js").hashed, find(&two, "start.js").hashed);
    }

    #[test]
    fn only_scripts_and_styles_mention_others() {
        let named = with_addresses(vec![file("a.svg", "{{asset:b.css}}")]).unwrap();
        assert_eq!(named[0].content, b"{{asset:b.css}}");
    }

    #[test]
    fn a_mention_that_leads_nowhere_or_back_is_an_error() {
        let message = |files| with_addresses(files).err().unwrap().to_string();
        assert!(message(vec![file("a.js", "{{asset:b.js}}")]).contains("a.js mentions b.js"));
        let circle = message(vec![file("a.js", "{{asset:b.js}}"), file("b.js", "{{asset:a.js}}")]);
        assert!(circle.contains("mention each other"), "{circle}");
        assert!(message(vec![file("a.js", "{{asset:b.js")]).contains("is not closed"));
    }
}
