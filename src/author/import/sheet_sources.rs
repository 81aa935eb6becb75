//! Sources as cells have them: `publisher | title | address | date`, of which the last two may be absent, or an address alone.

use super::draft::Source;
use super::html::host;
use super::one_line::one_line;
use super::slug::Ids;
use crate::author::{edtf, links};

/// The sources of a sheet, each once.
#[derive(Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// The number of a source, which is added if it is new.
    pub fn add(&mut self, cell: &str) -> usize {
        let source = read(cell);
        let known = self.0.iter().position(|known| *known == source);
        known.unwrap_or_else(|| {
            self.0.push(source);
            self.0.len() - 1
        })
    }

    /// The sources with their ids.
    pub fn into_list(self, ids: &mut Ids) -> Vec<Source> {
        let give = |(number, source): (usize, Source)| {
            let words = format!("{} {}", source.publisher, source.date.as_deref().unwrap_or_default());
            Source { id: ids.take(&words, &format!("source-{}", number + 1)), ..source }
        };
        self.0.into_iter().enumerate().map(give).collect()
    }
}

fn read(cell: &str) -> Source {
    let mut parts: Vec<String> = cell.split('|').map(one_line).filter(|part| !part.is_empty()).collect();
    let mut take = |is: &dyn Fn(&str) -> bool| {
        let at = parts.iter().position(|part| is(part))?;
        Some(parts.remove(at))
    };
    let url = take(&|part| links::page(part).is_ok());
    // A year or day, but not the first part, which is a name even where it is a number.
    let date = if parts.len() > 1 {
        let at = parts.iter().skip(1).position(|part| edtf::parse(part).is_ok()).map(|at| at + 1);
        at.map(|at| parts.remove(at))
    } else {
        None
    };
    let mut names = parts.into_iter();
    let host = url.as_deref().map(host);
    let publisher = names.next().or(host).unwrap_or_else(|| one_line(cell));
    let title = names.collect::<Vec<_>>().join(" | ");
    let title = if title.is_empty() { url.clone().unwrap_or_else(|| publisher.clone()) } else { title };
    Source { id: String::new(), publisher, title, date, url }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_part_by_part() {
        let check = |cell: &str, expected: [&str; 4]| {
            let Source { publisher, title, date, url, .. } = read(cell);
            let found = [publisher, title, date.unwrap_or_default(), url.unwrap_or_default()];
            assert_eq!(found, expected, "{cell}");
        };
        check(
            "BBC | Leaders meet | https://bbc.example/a | 2023-09-13",
            ["BBC", "Leaders meet", "2023-09-13", "https://bbc.example/a"],
        );
        check(
            "https://www.bbc.example/a",
            ["bbc.example", "https://www.bbc.example/a", "", "https://www.bbc.example/a"],
        );
        check("BBC", ["BBC", "BBC", "", ""]);
        check("1945 | a book", ["1945", "a book", "", ""]);
    }
}
