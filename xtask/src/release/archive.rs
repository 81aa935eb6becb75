//! Archives that depend on their files alone: sorted, without times, owners and the system that made them.

use std::io::{Cursor, Write as _};

use flate2::{Compression, GzBuilder};
use zip::write::SimpleFileOptions;

use super::dist::File;
use crate::failure::Failure;

/// How hard it is tried to make an archive small: it is written once.
const EFFORT: u32 = 9;
/// Files that everybody may read and their owner change, as npm packs them.
const MODE: u32 = 0o644;
/// When npm says that the files of its packages were changed: 1985-10-26T08:15:00Z, in seconds since 1970. Some programs
/// that unpack do not take 0.
const CHANGED: u64 = 499_162_500;
/// Gzip's number for an unknown system (RFC 1952, 2.3.1).
const ANY_SYSTEM: u8 = 255;

/// A ZIP archive of files.
pub fn zip(files: &[File]) -> Result<Vec<u8>, Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::new(format!("the .zip could not be made: {error}"));
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .compression_level(Some(EFFORT.into()))
        // 1980-01-01, the first day that a ZIP archive can name.
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(MODE);
    for File { name, bytes } in sorted(files) {
        archive.start_file(name.as_str(), options).map_err(|error| failed(&error))?;
        archive.write_all(bytes).map_err(|error| failed(&error))?;
    }
    Ok(archive.finish().map_err(|error| failed(&error))?.into_inner())
}

/// A tar archive of files in one folder, packed with gzip.
pub fn tgz(folder: &str, files: &[File]) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| Failure::new(format!("the .tgz could not be made: {error}"));
    let gzip = GzBuilder::new().operating_system(ANY_SYSTEM).write(Vec::new(), Compression::new(EFFORT));
    let mut archive = tar::Builder::new(gzip);
    for File { name, bytes } in sorted(files) {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_uid(0);
        header.set_gid(0);
        header.set_mode(MODE);
        header.set_mtime(CHANGED);
        archive.append_data(&mut header, format!("{folder}/{name}"), &bytes[..]).map_err(failed)?;
    }
    archive.into_inner().and_then(|gzip| gzip.finish()).map_err(failed)
}

fn sorted(files: &[File]) -> Vec<&File> {
    let mut sorted: Vec<&File> = files.iter().collect();
    sorted.sort();
    sorted
}

/// The files of a ZIP archive, by name.
pub fn unzip(bytes: &[u8]) -> Result<Vec<File>, Failure> {
    use std::io::Read as _;
    let failed = |error: &dyn std::fmt::Display| Failure::new(format!("the .zip cannot be read: {error}"));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| failed(&error))?;
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| failed(&error))?;
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|error| failed(&error))?;
        let name = entry.name().map_err(|error| failed(&error))?.into_owned();
        files.push(File { name, bytes });
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::super::files;
    use super::*;

    const LIST: [(&str, &str); 3] = [("news-explainer.js", "let a;"), ("icon.svg", "<svg/>"), ("a.css", "")];

    #[test]
    fn a_zip_holds_the_files_and_nothing_else_and_is_the_same_every_time() {
        let list = files(&LIST);
        let archive = zip(&list).expect("an archive");
        let mut other = list.clone();
        other.reverse();
        assert!(archive == zip(&other).expect("an archive"), "the order is the names'");
        assert_eq!(unzip(&archive).expect("read"), sorted(&list).into_iter().cloned().collect::<Vec<_>>());
        assert!(unzip(&archive[..archive.len() - 30]).is_err());
    }

    #[test]
    fn a_tarball_names_no_time_no_owner_and_no_system() {
        use std::io::Read as _;
        let list = files(&LIST);
        let packed = tgz("package", &list).expect("an archive");
        let mut other = list.clone();
        other.rotate_left(1);
        assert!(packed == tgz("package", &other).expect("an archive"));
        assert_eq!(packed[4..8], [0; 4], "gzip's time");
        assert_eq!(packed[9], ANY_SYSTEM);
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(&packed[..]));
        let mut found = Vec::new();
        for entry in archive.entries().expect("entries") {
            let mut entry = entry.expect("an entry");
            let header = entry.header();
            assert_eq!(
                (header.mtime().ok(), header.uid().ok(), header.mode().ok()),
                (Some(CHANGED), Some(0), Some(MODE))
            );
            let name = entry.path().expect("a path").display().to_string();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).expect("read");
            found.push((name, bytes));
        }
        let expected = sorted(&list).into_iter().map(|file| (format!("package/{}", file.name), file.bytes.clone()));
        assert_eq!(found, expected.collect::<Vec<_>>());
    }
}
