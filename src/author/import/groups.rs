//! Groups as categories.

use super::draft::Category;
use super::html;
use super::slide::Slide;
use super::slug::Ids;
use crate::author::json::quote;
use crate::author::report::{Finding, Report};
use crate::document::MAX_CATEGORIES;

/// The groups of a file, in the order in which they appear, each with the number of its events.
pub struct Groups(Vec<(Category, usize)>);

impl Groups {
    /// The groups of all events: as many as there can be categories, of the largest. The others are told, and their names
    /// stand in the events' texts.
    pub fn collect(report: &Report, events: &[Slide]) -> Groups {
        let mut ids = Ids::default();
        let mut groups: Vec<(Category, usize)> = Vec::new();
        for slide in events {
            let Some(label) = slide.group.as_ref().map(|group| html::to_line(group)).filter(|label| !label.is_empty())
            else {
                continue;
            };
            match groups.iter_mut().find(|(category, _)| category.label == label) {
                Some((_, count)) => *count += 1,
                None => {
                    let id = ids.take(&label, &format!("group-{}", groups.len() + 1));
                    groups.push((Category { id, label }, 1));
                }
            }
        }
        if groups.len() > MAX_CATEGORIES {
            let mut counts: Vec<usize> = groups.iter().map(|&(_, count)| count).collect();
            counts.sort_unstable_by(|a, b| b.cmp(a));
            let least = counts[MAX_CATEGORIES - 1];
            // Of those that are equally small the first keep their place.
            let mut room = MAX_CATEGORIES - counts.iter().filter(|count| **count > least).count();
            let (kept, rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(|&(_, count)| {
                let stays = count > least || (count == least && room > 0);
                room -= usize::from(stays && count == least);
                stays
            });
            if let Some(slide) = events.iter().find(|slide| slide.group.is_some()) {
                let names: Vec<String> = rest.iter().map(|(category, _)| quote(&category.label)).collect();
                report.push(
                    Finding::warning("too-many-groups", slide.span)
                        .expected(format!("at most {MAX_CATEGORIES} groups, each with its own shape and colour"))
                        .found(format!("more; {} stand in the events’ texts now", names.join(", ")))
                        .help("join some groups, and give their events the category".to_owned()),
                );
            }
            groups = kept;
        }
        Groups(groups)
    }

    /// The id of a group's category, if it is one.
    pub fn category(&self, label: &str) -> Option<String> {
        self.0.iter().find(|(category, _)| category.label == label).map(|(category, _)| category.id.clone())
    }

    /// The categories.
    pub fn into_categories(self) -> Vec<Category> {
        self.0.into_iter().map(|(category, _)| category).collect()
    }
}
