//! Styles by Word's own names, so that its tools (contents, navigation, captions) find them; and the lists.

use super::xml::{DECLARATION, NAMESPACES, TEXT_WIDTH};
use crate::brand::Brand;
use std::fmt::Write;

struct Style {
    id: &'static str,
    name: &'static str,
    based_on: &'static str,
    paragraph: &'static str,
    run: &'static str,
}

const STYLES: [Style; 16] = [
    style(
        "Heading1",
        "heading 1",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:spacing w:after=\"300\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:bCs/><w:caps/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
    ),
    style(
        "Heading2",
        "heading 2",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"300\" w:after=\"140\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"23\"/><w:szCs w:val=\"23\"/>",
    ),
    style(
        "Title",
        "Title",
        "Normal",
        "<w:pBdr><w:top w:val=\"single\" w:sz=\"12\" w:space=\"14\" w:color=\"{brand}\"/></w:pBdr><w:spacing w:before=\"1200\" w:after=\"300\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"{brand}\"/><w:sz w:val=\"40\"/><w:szCs w:val=\"40\"/>",
    ),
    style("BodyText", "Body Text", "Normal", "<w:jc w:val=\"both\"/>", ""),
    style("Center", "Centered", "Normal", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>", ""),
    style(
        "Picture",
        "Picture",
        "Normal",
        "<w:spacing w:before=\"120\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        "",
    ),
    style(
        "Caption",
        "caption",
        "Normal",
        "<w:spacing w:before=\"160\" w:after=\"100\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    ),
    style(
        "Note",
        "Note",
        "Normal",
        "<w:spacing w:before=\"60\" w:after=\"160\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "TableText",
        "Table Text",
        "Normal",
        "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    ),
    style(
        "TableDense",
        "Table Dense",
        "TableText",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    ),
    style(
        "TableHead",
        "Table Head",
        "TableText",
        "<w:keepNext/><w:jc w:val=\"center\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"FFFFFF\"/>",
    ),
    style("ListParagraph", "List Paragraph", "Normal", "<w:jc w:val=\"both\"/>", ""),
    style(
        "TOCHeading",
        "TOC Heading",
        "Normal",
        "<w:pageBreakBefore/><w:spacing w:after=\"240\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:bCs/><w:caps/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
    ),
    style(
        "TableofFigures",
        "table of figures",
        "Normal",
        "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8788\"/></w:tabs><w:spacing w:after=\"60\"/>",
        "",
    ),
    style(
        "Header",
        "header",
        "Normal",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"3\" w:color=\"A3A3A3\"/></w:pBdr><w:tabs><w:tab w:val=\"right\" w:pos=\"8788\"/></w:tabs><w:spacing w:after=\"0\"/>",
        "<w:color w:val=\"525252\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    ),
    style(
        "Footer",
        "footer",
        "Normal",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"8788\"/></w:tabs><w:spacing w:after=\"0\"/>",
        "<w:color w:val=\"525252\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    ),
];

const fn style(
    id: &'static str,
    name: &'static str,
    based_on: &'static str,
    paragraph: &'static str,
    run: &'static str,
) -> Style {
    Style { id, name, based_on, paragraph, run }
}

/// The styles; the title bears the brand's colour.
pub(super) fn styles(brand: &Brand) -> String {
    let mut xml = format!(
        "{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" \
         w:eastAsia=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang \
         w:val=\"id-ID\" w:eastAsia=\"en-US\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr>\
         <w:spacing w:after=\"140\" w:line=\"300\" w:lineRule=\"auto\"/></w:pPr></w:style><w:style w:type=\"table\" \
         w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/>\
         <w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" \
         w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"85\" \
         w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    );
    for style in &STYLES {
        let run = if style.run.is_empty() { String::new() } else { format!("<w:rPr>{}</w:rPr>", style.run) };
        // Writing to a String cannot fail.
        let _ = write!(
            xml,
            "<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"{}\"/><w:uiPriority \
             w:val=\"9\"/><w:qFormat/><w:pPr>{}</w:pPr>{run}</w:style>",
            style.id, style.name, style.based_on, style.paragraph
        );
    }
    let mut xml = xml.replace("{brand}", &brand.main.to_uppercase());
    for level in 1..=2 {
        let _ = write!(
            xml,
            "<w:style w:type=\"paragraph\" w:styleId=\"TOC{level}\"><w:name w:val=\"toc {level}\"/><w:basedOn \
             w:val=\"Normal\"/><w:uiPriority w:val=\"39\"/><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" \
             w:pos=\"{TEXT_WIDTH}\"/></w:tabs><w:spacing w:after=\"60\"/><w:ind w:left=\"{}\"/></w:pPr></w:style>",
            (level - 1) * 280
        );
    }
    let border = |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"969696\"/>");
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).concat();
    let _ = write!(
        xml,
        "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn \
         w:val=\"TableNormal\"/><w:uiPriority w:val=\"39\"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>\
         </w:style></w:styles>"
    );
    xml
}

/// A bullet list, and one numbered list for each ordered one, each from one.
pub(super) fn numbering(ordered_lists: usize) -> String {
    let level = |id: usize, format: &str, text: &str| {
        format!(
            "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start \
             w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind \
             w:left=\"425\" w:hanging=\"425\"/></w:pPr></w:lvl></w:abstractNum>"
        )
    };
    let mut xml = format!("{DECLARATION}<w:numbering {NAMESPACES}>");
    xml.push_str(&level(0, "bullet", "•"));
    xml.push_str(&level(1, "decimal", "%1."));
    xml.push_str("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    for list in 0..ordered_lists {
        let _ = write!(
            xml,
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride \
             w:val=\"1\"/></w:lvlOverride></w:num>",
            list + 2
        );
    }
    xml + "</w:numbering>"
}
