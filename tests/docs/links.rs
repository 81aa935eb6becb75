//! Every link within the project leads to a file, and to a heading where it names one.

use std::collections::BTreeSet;

use crate::text::{pages, prose, read, root};

/// Where the links of a page lead: Markdown's, and the `src` of HTML's pictures.
fn targets(text: &str) -> Vec<String> {
    // In backticks nothing is a link.
    let prose: String = prose(text).split('`').step_by(2).collect();
    let markdown = prose.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    let html = prose.split(" src=\"").skip(1).filter_map(|rest| rest.split_once('"'));
    markdown.chain(html).map(|(target, _)| target.to_owned()).collect()
}

/// The anchors that GitHub gives to a page's headings: small letters, digits, hyphens for spaces, the rest left out; of the
/// same name the second ends with -1.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for heading in prose(text).lines().filter(|line| line.starts_with('#')) {
        let heading = heading.trim_start_matches('#').trim().to_lowercase();
        let anchor: String = heading
            .chars()
            .filter(|letter| letter.is_alphanumeric() || [' ', '-', '_'].contains(letter))
            .map(|letter| if letter == ' ' { '-' } else { letter })
            .collect();
        let free = (1..).map(|number| format!("{anchor}-{number}")).find(|name| !found.contains(name));
        found.insert(if found.contains(&anchor) { free.expect("one is free") } else { anchor });
    }
    found
}

/// Where a link of a page leads nowhere: why.
fn fault(page: &str, target: &str) -> Option<String> {
    let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
    let folder = root().join(page);
    let path = if file.is_empty() { folder } else { folder.parent().expect("a folder").join(file) };
    if !path.exists() {
        return Some(format!("{page}: {target}: there is no such file"));
    }
    let has_anchor =
        anchor.is_empty() || std::fs::read_to_string(path).is_ok_and(|text| anchors(&text).contains(anchor));
    (!has_anchor).then(|| format!("{page}: {target}: there is no such heading"))
}

#[test]
fn every_link_resolves() {
    let mut count = 0;
    let mut faults = Vec::new();
    for page in pages() {
        for target in targets(&read(&page)) {
            if ["https:", "http:", "mailto:"].iter().any(|scheme| target.starts_with(scheme)) {
                continue;
            }
            count += 1;
            faults.extend(fault(&page, &target));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(count >= 40, "{count} links");
}

#[test]
fn links_that_lead_nowhere_are_found() {
    let text = "[a](b.md) and `[c](d)`\n```sh\n[e](f)\n```\n<img src=\"g.png\">\n";
    assert_eq!(targets(text), ["b.md", "g.png"]);
    assert_eq!(fault("docs/hosting.md", "figures.md#size"), None);
    assert_eq!(fault("docs/hosting.md", "../README.md"), None);
    assert!(fault("docs/hosting.md", "no-such-page.md").is_some_and(|said| said.ends_with("no such file")));
    assert!(fault("docs/hosting.md", "#no-such-heading").is_some_and(|said| said.ends_with("no such heading")));
    let anchors = anchors("# A host’s `policy`\n## Again\n## Again\n");
    assert_eq!(anchors.into_iter().collect::<Vec<_>>(), ["a-hosts-policy", "again", "again-1"]);
}

#[test]
fn every_page_of_docs_is_named_on_the_front_page() {
    let front = targets(&read("README.md"));
    for page in pages() {
        assert!(page == "README.md" || front.contains(&page), "{page}");
    }
}
