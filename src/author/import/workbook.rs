//! An Excel workbook as the CSV of its first sheet that has anything in it.

use std::fmt;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

/// The bytes are no workbook that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAWorkbook(String);

impl fmt::Display for NotAWorkbook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected an Excel workbook (.xlsx) with a sheet that has cells; found {}", self.0)
    }
}

impl std::error::Error for NotAWorkbook {}

/// Reads a workbook. A line is a row of the sheet, with line breaks of cells as U+2028, so that diagnostics name the row.
///
/// # Errors
/// It is no workbook, or has nothing in it.
pub fn workbook(bytes: &[u8]) -> Result<String, NotAWorkbook> {
    let say = |error: &dyn fmt::Display| NotAWorkbook(error.to_string());
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| say(&error))?;
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(|error| say(&error))?;
        if range.is_empty() {
            continue;
        }
        // The range begins at the first cell with something in it.
        let above = range.start().map_or(0, |(row, _)| row);
        let mut csv = "\n".repeat(above as usize);
        for row in range.rows() {
            let cells: Vec<String> = row.iter().map(|cell| quoted(&text(cell))).collect();
            csv.push_str(&cells.join(","));
            csv.push('\n');
        }
        return Ok(csv);
    }
    Err(NotAWorkbook("none".to_owned()))
}

/// A cell as it would be typed.
fn text(cell: &Data) -> String {
    match cell {
        // A time of day is a number below 1.
        Data::DateTime(when) if when.as_f64() < 1.0 => {
            let (.., hour, minute, second, _) = when.to_ymd_hms_milli();
            format!("{hour:02}:{minute:02}:{second:02}")
        }
        Data::DateTime(when) => match when.to_ymd_hms_milli() {
            (year, month, day, 0, 0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
            (year, month, day, hour, minute, second, _) => {
                format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
            }
        },
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        other => other.to_string(),
    }
}

fn quoted(text: &str) -> String {
    let line = text.replace("\r\n", "\n").replace(['\n', '\r'], "\u{2028}");
    if line.is_empty() { line } else { format!("\"{}\"", line.replace('"', "\"\"")) }
}
