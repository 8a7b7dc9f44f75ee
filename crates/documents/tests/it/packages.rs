//! DOCX and XLSX opened as what they are: zip packages of XML.

use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A part of a package as text.
pub(crate) fn part(package: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(package)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The names of all parts; each XML part must be well-formed.
pub(crate) fn parts(package: &[u8]) -> Vec<String> {
    let mut zip = ZipArchive::new(Cursor::new(package)).unwrap();
    let mut names = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        if name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".svg") {
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            assert!(roxmltree::Document::parse(&text).is_ok(), "{name}");
        }
        names.push(name);
    }
    names
}

/// The words of a Word document, one line a paragraph.
pub(crate) fn words(docx: &[u8]) -> String {
    let xml = part(docx, "word/document.xml");
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let paragraphs = tree.descendants().filter(|node| node.has_tag_name((W, "p")));
    let text = |paragraph: roxmltree::Node<'_, '_>| -> String {
        paragraph.descendants().filter(|node| node.has_tag_name((W, "t"))).filter_map(|node| node.text()).collect()
    };
    paragraphs.map(text).collect::<Vec<_>>().join("\n")
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The stored values of a sheet by cell (`B17`), numbers and texts alike.
pub(crate) fn cells(xlsx: &[u8], sheet: &str) -> std::collections::BTreeMap<String, String> {
    use calamine::{Data, Reader, Xlsx};
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(xlsx.to_vec())).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let (top, left) = range.start().unwrap();
    let name = |row: usize, column: usize| {
        let mut column = column + usize::try_from(left).unwrap() + 1;
        let mut letters = String::new();
        while column > 0 {
            letters.insert(0, char::from(b'A' + u8::try_from((column - 1) % 26).unwrap()));
            column = (column - 1) / 26;
        }
        format!("{letters}{}", row + usize::try_from(top).unwrap() + 1)
    };
    let text = |data: &Data| match data {
        Data::Float(number) => format!("{number}"),
        Data::Int(number) => number.to_string(),
        Data::String(text) => text.clone(),
        other => format!("{other:?}"),
    };
    range.used_cells().map(|(row, column, data)| (name(row, column), text(data))).collect()
}

/// The names of the sheets in their order.
pub(crate) fn sheets(xlsx: &[u8]) -> Vec<String> {
    use calamine::{Reader, Xlsx};
    let book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(xlsx.to_vec())).unwrap();
    book.sheet_names()
}

/// Every formula of a workbook.
pub(crate) fn formulas(xlsx: &[u8]) -> Vec<String> {
    let sheets = parts(xlsx).into_iter().filter(|name| name.starts_with("xl/worksheets/sheet"));
    let of = |name: String| {
        let xml = part(xlsx, &name);
        let tree = roxmltree::Document::parse(&xml).unwrap();
        let formulas = tree.descendants().filter(|node| node.tag_name().name() == "f");
        formulas.filter_map(|node| node.text().map(str::to_owned)).collect::<Vec<_>>()
    };
    sheets.flat_map(of).collect()
}
