//! A sheet as rows of cells that know their place: CSV (RFC 4180), and the tabs of what is pasted from a spreadsheet.

use csv_core::{ReadFieldResult, ReaderBuilder};

use crate::author::diagnostic::Span;
use crate::author::report::{Finding, Report};

/// A sheet.
pub struct Table {
    /// The names of the columns: in small letters, words parted by one space.
    columns: Vec<String>,
    /// The rows below them that have anything in them.
    pub rows: Vec<Row>,
}

/// A row.
pub struct Row {
    /// Where it stands.
    pub span: Span,
    cells: Vec<Cell>,
}

/// A cell.
struct Cell {
    text: String,
    span: Span,
}

/// The line by which Excel names the separator, before all others.
const NAMED: &str = "sep=";

/// The character between cells: the one that Excel names, else the one of tab, semicolon and comma that the first line has most of.
pub fn separator(source: &str) -> char {
    let line = source.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if let Some(separator) =
        line.trim_start_matches('\u{feff}').strip_prefix(NAMED).and_then(|rest| rest.chars().next())
    {
        return separator;
    }
    let count = |separator: &char| line.matches(*separator).count();
    // On a tie the last counts.
    [';', ',', '\t'].into_iter().max_by_key(count).unwrap_or(',')
}

/// Reads a sheet whose first row names the columns. A quote that is never closed is reported: it has taken every row after it
/// into one cell.
pub fn read(report: &Report, source: &str, separator: char) -> Table {
    let mark = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut rows = rows(report, source, mark, separator).into_iter().peekable();
    rows.next_if(|row| row.cells.first().is_some_and(|cell| cell.text.starts_with(NAMED)));
    let columns = rows.next().map(|row| row.cells.iter().map(|cell| column_name(&cell.text)).collect());
    Table { columns: columns.unwrap_or_default(), rows: rows.collect() }
}

/// A column's name as it is compared: `End_Year`, `end  year` and `END YEAR` are one.
fn column_name(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || letter == '_');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn rows(report: &Report, source: &str, start: usize, separator: char) -> Vec<Row> {
    let separator = u8::try_from(separator).unwrap_or(b',');
    let mut reader = ReaderBuilder::new().delimiter(separator).build();
    let mut input = &source.as_bytes()[start..];
    let mut rows = Vec::new();
    let mut cells: Vec<Cell> = Vec::new();
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
    let (mut at, mut began) = (start, start);
    loop {
        let (result, taken, given) = reader.read_field(input, &mut buffer);
        input = &input[taken..];
        at += taken;
        bytes.extend_from_slice(&buffer[..given]);
        match result {
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::Field { record_end } => {
                // U+2028 is how a workbook's line breaks come, and what they mean anyway.
                let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n").replace('\u{2028}', "\n");
                // Line breaks before a row are no part of it.
                let skipped = source[began..at].len() - source[began..at].trim_start_matches(['\r', '\n']).len();
                let span = Span { start: (began + skipped).min(at), end: at };
                cells.push(Cell { text: text.trim().to_owned(), span });
                bytes.clear();
                began = at;
                if record_end {
                    let cells = std::mem::take(&mut cells);
                    let span = Span { start: cells.first().map_or(at, |cell| cell.span.start), end: at };
                    rows.push(Row { span, cells });
                }
            }
            ReadFieldResult::End => break,
        }
    }
    report_open_quote(report, source, start, &rows);
    rows.retain(|row| row.cells.iter().any(|cell| !cell.text.is_empty()));
    rows
}

/// Reports a quote that the end of the file closes.
fn report_open_quote(report: &Report, source: &str, start: usize, rows: &[Row]) {
    let Some(last) = rows.last().and_then(|row| row.cells.last()) else { return };
    let written = source[last.span.start.max(start)..last.span.end].trim_end();
    let quotes = written.matches('"').count();
    if written.trim_start_matches([',', ';', '\t']).starts_with('"') && quotes % 2 == 1 {
        report.push(
            Finding::error("quote-not-closed", Span { start: last.span.start, end: last.span.start + 1 })
                .expected("the closing quote of a cell")
                .found("the end of the file")
                .help("close the cell with \", and write a quote within it twice".to_owned()),
        );
    }
}

impl Table {
    /// Whether there is a column of this name.
    pub fn has(&self, name: &str) -> bool {
        self.columns.iter().any(|column| column == name)
    }

    /// The names of all columns.
    pub fn names(&self) -> String {
        self.columns.join(", ")
    }

    /// The names of columns that none of `known` accepts.
    pub fn strangers(&self, known: impl Fn(&str) -> bool) -> Vec<(usize, String)> {
        let columns = self.columns.iter().enumerate();
        columns.filter(|(_, name)| !name.is_empty() && !known(name)).map(|(at, name)| (at, name.clone())).collect()
    }

    /// A cell's text; empty if the row or the sheet has none. Of several columns of one name the first counts.
    pub fn cell<'t>(&self, row: &'t Row, name: &str) -> &'t str {
        let column = self.columns.iter().position(|column| column == name);
        column.and_then(|column| row.cells.get(column)).map_or("", |cell| &cell.text)
    }

    /// A cell by its column's number.
    pub fn nth<'t>(&self, row: &'t Row, column: usize) -> &'t str {
        row.cells.get(column).map_or("", |cell| &cell.text)
    }

    /// Where a cell stands; the row, if it has none.
    pub fn span(&self, row: &Row, name: &str) -> Span {
        let column = self.columns.iter().position(|column| column == name);
        column.and_then(|column| row.cells.get(column)).map_or(row.span, |cell| cell.span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(source: &str) -> Table {
        read(&Report::default(), source, separator(source))
    }

    #[test]
    fn cells_are_read_as_spreadsheets_write_them() {
        let sheet = "\u{feff}Year,End_Year, HEADLINE \r\n1962,,\"a, \"\"b\"\"\r\nc\"\r\n\r\n,,\r\n1963,1964,d";
        let table = table(sheet);
        let found: Vec<_> = table.rows.iter().map(|row| table.cell(row, "headline")).collect();
        assert_eq!(found, ["a, \"b\"\nc", "d"]);
        assert_eq!(table.cell(&table.rows[1], "end year"), "1964");
        let at = |row: usize, name: &str| table.span(&table.rows[row], name);
        assert_eq!(&sheet[at(1, "year").start..at(1, "year").end], "1963,");
        assert_eq!(&sheet[at(1, "headline").start..], "d");
    }

    #[test]
    fn the_separator_is_the_one_of_the_first_line() {
        assert_eq!(table("sep=;\na;b\n1;2").names(), "a, b");
        assert_eq!([separator("a\tb, c"), separator("a;b"), separator("a,b"), separator("a,")], ['\t', ';', ',', ',']);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_reported() {
        let report = Report::default();
        let sheet = "a,b\n1,\"x\n2,y\n";
        read(&report, sheet, ',');
        let found = report.finish(sheet, None);
        let found: Vec<_> = found.iter().map(|one| (one.code, one.line)).collect();
        assert_eq!(found, [("quote-not-closed", 2)]);
    }
}
