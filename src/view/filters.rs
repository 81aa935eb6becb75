//! The legend as a filter: its entries, word for word and at the same place, as buttons.

use yew::prelude::*;

use super::controls::{Button, Controls, toolbar};
use super::shape::{svg, word};
use crate::document::{CategoryId, Status};
use crate::state::{Action, Filter};

impl Controls<'_> {
    /// The entries of the legend.
    pub fn filters(&self) -> Html {
        let mut has_stop = false;
        let entry = |(filter, content): &(Option<String>, Html)| match filter
            .as_deref()
            .and_then(|filter| toggled(&self.state.filter, filter))
        {
            Some((filter, is_on)) => {
                let is_stop = !has_stop;
                has_stop = true;
                let act = Some(self.does(Action::Narrow(filter)));
                Button { class: "entry", pressed: Some(is_on), is_stop, act }.of(content.clone())
            }
            None => svg!("span" { "class": word("entry") } content.clone()),
        };
        let entries: Vec<Html> = self.scene.legend.iter().map(entry).collect();
        if !has_stop {
            // Nothing to filter by: the printed legend says what there is to say.
            return Html::default();
        }
        toolbar("filters", &self.scene.timeline.words.filters, entries)
    }
}

/// The filter after an entry was switched, and whether it is on now.
fn toggled(filter: &Filter, entry: &str) -> Option<(Filter, bool)> {
    let mut next = filter.clone();
    let (bits, bit) = match entry {
        "confirmed" => (&mut next.statuses, Filter::status_bit(Status::Confirmed)),
        "alleged" => (&mut next.statuses, Filter::status_bit(Status::Alleged)),
        "disputed" => (&mut next.statuses, Filter::status_bit(Status::Disputed)),
        category => match *category.as_bytes() {
            [b'c', digit @ b'0'..=b'9'] => (&mut next.categories, Filter::category_bit(CategoryId(digit - b'0'))),
            _ => return None,
        },
    };
    let is_on = *bits & bit != 0;
    *bits ^= bit;
    Some((next, is_on))
}
