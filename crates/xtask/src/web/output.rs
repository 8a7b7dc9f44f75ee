//! The folder `target/web`: served files, their twins, and `manifest.json`, which says how each is called today.

use super::compress::{ENDINGS, twins};
use super::names::NamedFile;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// From plain name (`survey.wasm`) to the name of the file.
const MANIFEST: &str = "manifest.json";

/// Which file holds what today.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Manifest(BTreeMap<String, String>);

impl Manifest {
    fn read(folder: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(folder.join(MANIFEST)).ok()?).ok().map(Self)
    }

    /// The name of the file that holds this today.
    pub(crate) fn file(&self, plain: &str) -> Option<&str> {
        self.0.get(plain).map(String::as_str)
    }

    /// Plain names with the names of their files.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(plain, hashed)| (plain.as_str(), hashed.as_str()))
    }
}

/// Beside the folder, whose content is all embedded.
fn stamp_file(folder: &Path) -> PathBuf {
    folder.with_extension("stamp")
}

/// What the content of the folder was made from.
pub(super) fn read_stamp(folder: &Path) -> Option<String> {
    fs::read_to_string(stamp_file(folder)).ok()
}

/// What the folder holds, when it was made from these inputs and is whole.
pub(super) fn unchanged(folder: &Path, stamp: &str) -> Option<Manifest> {
    let manifest = Manifest::read(folder).filter(|_| read_stamp(folder).as_deref() == Some(stamp))?;
    let whole = manifest.files().all(|(_, file)| folder.join(file).is_file());
    whole.then_some(manifest)
}

/// Writes new files, then the manifest, then removes what nobody names any more: a server that reads the folder at
/// any moment finds whole files.
pub(super) fn write(folder: &Path, files: &[NamedFile], stamp: &str, compressed: bool) -> Result<Manifest> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut kept = vec![MANIFEST.to_owned()];
    for file in files {
        fs::write(folder.join(&file.hashed), &file.content)?;
        kept.push(file.hashed.clone());
        if !compressed {
            continue;
        }
        let names = ENDINGS.map(|end| format!("{}{end}", file.hashed));
        // The name says what is inside, so a twin that is there is the right one.
        if !names.iter().all(|name| folder.join(name).is_file()) {
            for (name, content) in names.iter().zip(twins(&file.content)?) {
                replace(&folder.join(name), &content)?;
            }
        }
        kept.extend(names);
    }
    let manifest = Manifest(files.iter().map(|file| (file.plain.clone(), file.hashed.clone())).collect());
    replace(&folder.join(MANIFEST), serde_json::to_string_pretty(&manifest.0)?.as_bytes())?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if !path.file_name().is_some_and(|name| kept.iter().any(|kept| name == kept.as_str())) {
            fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    fs::write(stamp_file(folder), stamp)?;
    Ok(manifest)
}

/// Half a file must never be taken for the whole, also after an interruption.
fn replace(path: &Path, content: &[u8]) -> Result<()> {
    let draft = path.with_extension("draft");
    fs::write(&draft, content)?;
    fs::rename(&draft, path).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{NamedFile, unchanged, write};
    use std::fs;

    fn file(plain: &str, hashed: &str) -> NamedFile {
        NamedFile { plain: plain.into(), hashed: hashed.into(), content: b"content".to_vec() }
    }

    #[test]
    fn what_nobody_names_any_more_is_removed() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("web");
        let names = || {
            let mut names: Vec<String> =
                fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        };
        write(&folder, &[file("a.js", "a-1.js")], "one", true).unwrap();
        assert_eq!(names(), ["a-1.js", "a-1.js.br", "a-1.js.gz", "manifest.json"]);
        write(&folder, &[file("a.js", "a-2.js")], "two", false).unwrap();
        assert_eq!(names(), ["a-2.js", "manifest.json"]);
    }

    #[test]
    fn a_folder_is_unchanged_only_while_it_is_whole() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("web");
        assert_eq!(unchanged(&folder, "one"), None);
        let written = write(&folder, &[file("a.js", "a-1.js")], "one", true).unwrap();
        assert_eq!(unchanged(&folder, "one"), Some(written));
        assert_eq!(unchanged(&folder, "two"), None);
        fs::remove_file(folder.join("a-1.js")).unwrap();
        assert_eq!(unchanged(&folder, "one"), None);
    }
}
