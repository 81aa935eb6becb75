//! Whatever goes wrong, what was there is whole, and what happened is said.

use std::fs;
use std::process::{Command, Stdio};

use crate::{Room, text};

#[test]
fn a_document_that_does_not_compile_leaves_what_was_there() {
    let room = Room::new("broken");
    let good = room.document("good");
    room.build(&[&good], 0);
    let before = room.site();
    fs::write(room.0.join("bad.json"), "{ \"title\": 5 }").expect("written");
    let said = room.build(&[&good, "bad.json"], 1);
    assert!(
        said.contains("error[wrong-type]") && said.contains("1 of 2 documents cannot be built; nothing was changed"),
        "{said}"
    );
    assert!(before == room.site());
    fs::copy(room.0.join(&good), room.0.join("again.json")).expect("copied");
    assert!(room.build(&[&good, "again.json"], 1).contains("expected an id of its own; found \"good\""));
    assert!(room.build(&[&good, "--runtime", "nowhere"], 1).contains("integrity.json"));
    assert!(before == room.site());
    assert_eq!(room.litter(), [""; 0]);
}

#[test]
fn a_build_that_is_killed_leaves_what_was_there() {
    let room = Room::new("killed");
    let files: Vec<String> = (0..60).map(|number| room.document(&format!("story-{number}"))).collect();
    room.build(&[&files[0]], 0);
    let before = room.site();
    let arguments: Vec<&str> = files.iter().map(String::as_str).collect();
    let mut child = room.command(&arguments).stderr(Stdio::null()).spawn().expect("the command runs");
    // As soon as something of it is there; the rest takes seconds.
    let is_building = || {
        room.litter()
            .iter()
            .any(|name| fs::read_dir(room.0.join(name)).is_ok_and(|mut entries| entries.next().is_some()))
    };
    while !is_building() && child.try_wait().expect("a state").is_none() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    child.kill().expect("killed");
    child.wait().expect("gone");
    assert_eq!(room.litter().len(), 1, "it was killed in the middle");
    assert!(before == room.site());
    // The next one clears up.
    room.build(&[&files[0]], 0);
    assert!(before == room.site());
    assert_eq!(room.litter(), [""; 0]);
}

#[test]
fn no_folder_of_anybody_else_is_replaced() {
    let room = Room::new("foreign");
    let file = room.document("story");
    fs::create_dir(room.0.join("site")).expect("a folder");
    fs::write(room.0.join("site/mine.txt"), "mine").expect("written");
    assert!(room.build(&[&file], 1).contains("found other files in it"));
    assert_eq!(text(&room.site(), "mine.txt"), "mine");
    fs::remove_file(room.0.join("site/mine.txt")).expect("removed");
    room.build(&[&file], 0);
    fs::copy(room.0.join(&file), room.0.join("site/story.json")).expect("copied");
    assert!(room.build(&["site/story.json"], 1).contains("from which it is made"));
}

#[test]
fn a_place_that_cannot_be_written_is_said() {
    let room = Room::new("place");
    let file = room.document("story");
    let mut command = Command::new(env!("CARGO_BIN_EXE_explainer"));
    let output =
        command.args(["build", &file, "--out", &format!("{file}/site")]).current_dir(&room.0).output().expect("runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("cannot be"),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Runs a script of the shell in the room, with the program as `$0`: its output and what was said.
fn in_shell(room: &Room, script: &str) -> (Option<i32>, String) {
    let output = Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_explainer")])
        .current_dir(&room.0)
        .output()
        .expect("a shell");
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
#[cfg(unix)]
fn a_file_that_cannot_be_written_to_its_end_leaves_what_was_there() {
    let room = Room::new("limit");
    let (old, new) = (room.document("old"), room.document("new"));
    room.build(&[&old], 0);
    let before = room.site();
    // No file longer than 8 blocks of 512 or 1024 bytes; the page is longer. Ignored, the signal is an error of the write.
    let (code, said) = in_shell(&room, &format!("trap '' XFSZ; ulimit -f 8; exec \"$0\" build {old} {new} --out site"));
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("site/") && said.contains(": cannot be written: "), "{said}");
    assert!(before == room.site());
    assert_eq!(room.litter(), [""; 0]);
}

/// A disk of its own, without any rights: full while the second site is written, then one that can only be read. Some systems do
/// not let users have one; there the test before this one stands alone, and this one says so.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_and_one_that_cannot_be_written_leave_what_was_there() {
    const UNSHARE: [&str; 3] = ["--user", "--map-root-user", "--mount"];
    let may_mount = Command::new("unshare").args(UNSHARE).args(["mount", "-t", "tmpfs", "tmpfs", "/mnt"]).output();
    if !may_mount.is_ok_and(|output| output.status.success()) {
        return println!("no disk of its own could be had here");
    }
    let room = Room::new("full");
    let files: Vec<String> = (0..20).map(|number| room.document(&format!("story-{number}"))).collect();
    fs::create_dir(room.0.join("disk")).expect("a folder");
    let script = format!(
        "mount -t tmpfs -o size=1m tmpfs disk && sums() {{ find disk -type f | sort | xargs sha256sum | sha256sum; }}
        \"$0\" build {one} --out disk/site || exit 9
        before=$(sums)
        \"$0\" build {all} --out disk/site; echo \"full: $?\"
        test \"$before\" = \"$(sums)\" && echo 'whole'; ls -A disk
        mount -o remount,ro disk || exit 9
        \"$0\" build {one} --out disk/site; echo \"read only: $?\"
        \"$0\" build {one} --out disk/other; echo \"elsewhere: $?\"
        test \"$before\" = \"$(sums)\" && echo 'still whole'; ls -A disk",
        one = files[0],
        all = files.join(" ")
    );
    let output = Command::new("unshare")
        .args(UNSHARE)
        .args(["sh", "-c", &script, env!("CARGO_BIN_EXE_explainer")])
        .current_dir(&room.0)
        .output()
        .expect("it runs");
    let told = String::from_utf8_lossy(&output.stdout);
    let said = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = told.lines().collect();
    let expected = ["full: 1", "whole", "site", "read only: 1", "elsewhere: 1", "still whole", "site"];
    assert_eq!(lines, expected, "{said}");
    for why in ["No space left on device", "Read-only file system"] {
        assert!(said.contains(&format!("cannot be written: {why}")), "{said}");
    }
}
