//! Figures drawn as SVG: the same bytes on the server, in the browser and in a report.
//!
//! Pure text out of numbers; no dependency, no I/O.
