//! Line icons (Tabler, MIT), drawn in the text's colour.

use dom::{Node, svg};

macro_rules! glyphs {
    ($($(#[$doc:meta])* $name:ident = $path:literal;)*) => {
        /// What an icon shows; each has a meaning, none decorates.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Glyph { $($(#[$doc])* $name),* }

        impl Glyph {
            /// Every icon.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            const fn path(self) -> &'static str { match self { $(Self::$name => $path),* } }
        }
    };
}

glyphs! {
    /// The overview of a unit.
    Overview = "M4 4h6v8H4zM4 16h6v4H4zM14 12h6v8h-6zM14 4h6v4h-6z";
    /// Comments.
    Comments = "M8 9h8M8 13h6M18 4a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-5l-5 3v-3H6a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z";
    /// The whole city.
    City = "M3 21h18M5 21V7l8-4v18M19 21V11l-6-4M9 9v.01M9 12v.01M9 15v.01M9 18v.01";
    /// The units.
    Units = "M9 3h6v4H9zM3 17h6v4H3zM15 17h6v4h-6zM12 7v5M6 17v-3h12v3";
    /// Links and QR codes.
    QrCode = "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2";
    /// Reports.
    Report = "M14 3v4a1 1 0 0 0 1 1h4M17 21H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h7l5 5v11a2 2 0 0 1-2 2zM9 13h6M9 17h6";
    /// API keys.
    Key = "M16.6 3.4a2 2 0 0 1 2.800 0l1.200 1.200a2 2 0 0 1 0 2.800l-2.600 2.600a2 2 0 0 1-2.800 0l-.6-.6L6 18H3v-3l8.600-8.600-.6-.6z";
    /// Users.
    Users = "M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M3 21v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2M16 3.100a4 4 0 0 1 0 7.800M21 21v-2a4 4 0 0 0-3-3.900";
    /// One user.
    User = "M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M6 21v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2";
    /// A password.
    Lock = "M5 13a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2zM12 16v.01M8 11V7a4 4 0 1 1 8 0v4";
    /// Leaving.
    SignOut = "M14 8V6a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h7a2 2 0 0 0 2-2v-2M9 12h12M18 9l3 3-3 3";
    /// The menu on a narrow screen.
    Menu = "M4 6h16M4 12h16M4 18h16";
    /// Closing.
    Close = "M6 6l12 12M18 6L6 18";
    /// Searching.
    Search = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M21 21l-6-6";
    /// Back, or the one before.
    Left = "M15 6l-6 6 6 6";
    /// Onwards, or the one after.
    Right = "M9 6l6 6-6 6";
    /// Down, or descending.
    Down = "M6 9l6 6 6-6";
    /// Up, or ascending.
    Up = "M6 15l6-6 6 6";
    /// Making something.
    Plus = "M12 5v14M5 12h14";
    /// Done.
    Check = "M5 12l5 5L20 7";
    /// Something to know.
    Info = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 8v.01M11 12h1v4h1";
    /// Something to mind.
    Warning = "M12 9v4M12 16v.01M10.300 3.900L2.600 17a2 2 0 0 0 1.700 3h15.400a2 2 0 0 0 1.700-3L13.700 3.900a2 2 0 0 0-3.400 0z";
    /// No network.
    Offline = "M12 18v.01M9.200 15.200a4 4 0 0 1 5.600 0M6.300 12.300A8 8 0 0 1 9.700 10.300M13 10a8 8 0 0 1 4.700 2.300M3.600 9.600A12 12 0 0 1 7.700 7M11 6a12 12 0 0 1 9.400 3.600M3 3l18 18";
    /// Asking again.
    Reload = "M20 11A8.100 8.100 0 0 0 4.500 9M4 5v4h4M4 13a8.100 8.100 0 0 0 15.500 2M20 19v-4h-4";
    /// Taking a file.
    Download = "M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2M7 11l5 5 5-5M12 4v12";
    /// Copying a text.
    Copy = "M8 10a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2zM16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2";
    /// Printing.
    Print = "M17 17h2a2 2 0 0 0 2-2v-4a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v4a2 2 0 0 0 2 2h2M17 9V5a2 2 0 0 0-2-2H9a2 2 0 0 0-2 2v4M7 15a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2z";
    /// As a table.
    Table = "M3 5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM3 10h18M10 3v18";
    /// As a chart.
    Chart = "M3 13a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM15 9a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1zM9 5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1z";
    /// Shown.
    Eye = "M10 12a2 2 0 1 0 4 0 2 2 0 0 0-4 0M21 12c-2.400 4-5.400 6-9 6s-6.600-2-9-6c2.400-4 5.400-6 9-6s6.600 2 9 6";
    /// Hidden.
    EyeOff = "M10.600 10.600a2 2 0 0 0 2.800 2.800M16.700 16.700A8.700 8.700 0 0 1 12 18c-3.600 0-6.600-2-9-6 1.300-2.100 2.700-3.700 4.300-4.700M9.900 6.200A9 9 0 0 1 12 6c3.600 0 6.600 2 9 6-.7 1.100-1.400 2.100-2.100 2.900M3 3l18 18";
    /// Calendar, a period.
    Calendar = "M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM16 3v4M8 3v4M4 11h16";
    /// The language of the screen.
    Language = "M4 5h7M9 3v2c0 4.400-2.200 8-5 8M5 9c0 2.100 3 3.900 6.700 4M12 20l4-9 4 9M19.100 18h-6.200";
    /// More actions.
    More = "M5 12v.01M12 12v.01M19 12v.01";
    /// Elsewhere.
    External = "M12 6H6a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-6M11 13l9-9M15 4h5v5";
}

/// An icon; readers hear the words beside it.
pub fn icon(glyph: Glyph) -> Node {
    let icon = svg("svg").attr("class", "i").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true");
    icon.attr("focusable", "false").child(svg("path").attr("d", glyph.path()))
}
