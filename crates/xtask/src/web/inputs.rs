//! What bundles are made from.

use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The applications that run in browsers.
pub(super) const APPS: [&str; 2] = ["survey", "console"];

/// Folders below `frontend/` whose `static/` is served as it is.
const WITH_STATIC_FILES: [&str; 3] = ["survey", "console", "ui"];

/// Raise it when the same inputs are to give other files than before.
const FORMAT: u8 = 2;

/// A file as a browser loads it, under its plain name.
pub(super) struct File {
    /// Such as `console.css`.
    pub(super) name: String,
    /// Its bytes.
    pub(super) content: Vec<u8>,
}

/// The static files of all rooms; a name may stand in one room only.
pub(super) fn static_files(workspace: &Workspace) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for room in WITH_STATIC_FILES {
        read_folder(&workspace.root.join("frontend").join(room).join("static"), &mut files)?;
    }
    let mut names: BTreeSet<String> =
        APPS.iter().flat_map(|app| [format!("{app}.js"), format!("{app}.wasm")]).collect();
    for file in &files {
        ensure!(names.insert(file.name.clone()), "there are two files of the name {}", file.name);
    }
    Ok(files)
}

/// Adds the files of a folder, if there is one, in the order of their names.
fn read_folder(folder: &Path, files: &mut Vec<File>) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str()).context("a file name is not UTF-8")?;
        // What an editor leaves behind is nobody's to load.
        if name.starts_with('.') || name.ends_with('~') {
            continue;
        }
        ensure!(path.is_file(), "{} is no file: folders are not served", path.display());
        let content = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        files.push(File { name: name.to_owned(), content });
    }
    Ok(())
}

/// One hash over everything that the bundles depend on.
pub(super) fn fingerprint(modules: &[(&str, PathBuf)], statics: &[File], dev: bool) -> Result<String> {
    let mut hash = Sha256::new();
    hash.update([FORMAT, u8::from(dev)]);
    let mut add = |name: &str, content: &[u8]| {
        hash.update(name);
        hash.update(content.len().to_le_bytes());
        hash.update(content);
    };
    for (app, module) in modules {
        add(app, &fs::read(module).with_context(|| format!("no {}", module.display()))?);
    }
    for file in statics {
        add(&file.name, &file.content);
    }
    Ok(hex::encode(hash.finalize()))
}

#[cfg(test)]
mod tests {
    use super::{File, fingerprint, read_folder};
    use std::fs;

    #[test]
    fn a_folder_is_read_in_the_order_of_names_without_leftovers() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.css", "a.js", ".a.js.swp", "a.js~"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let mut files = Vec::new();
        read_folder(folder.path(), &mut files).unwrap();
        assert_eq!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["a.js", "b.css"]);
        read_folder(&folder.path().join("none"), &mut files).unwrap();
        fs::create_dir(folder.path().join("inner")).unwrap();
        assert!(read_folder(folder.path(), &mut files).is_err());
    }

    #[test]
    fn every_change_of_an_input_changes_the_fingerprint() {
        let file = |name: &str, content: &str| File { name: name.to_owned(), content: content.as_bytes().to_vec() };
        let of = |files: &[File], dev| fingerprint(&[], files, dev).unwrap();
        let before = of(&[file("a.js", "bc")], false);
        assert_eq!(before, of(&[file("a.js", "bc")], false));
        for other in
            [of(&[file("a.js", "bd")], false), of(&[file("a.jsb", "c")], false), of(&[file("a.js", "bc")], true)]
        {
            assert_ne!(before, other);
        }
    }
}
