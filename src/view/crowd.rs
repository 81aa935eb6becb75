//! A cluster opened as a list: its events, one after the other.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::controls::{Button, Controls, span};
use super::shape::{Act, living, on, own, several, svg, text, word};
use crate::document::{EventId, fill};
use crate::state::Action;
use crate::timeline::{Cluster, Holder};

/// How many events the list holds at most; zooming in shows the others.
const LISTED: usize = 50;

impl Controls<'_> {
    /// The list of the cluster that is open, if one is.
    pub fn crowd(&self) -> Html {
        let words = &self.scene.timeline.words;
        let Some(cluster) = self.state.listed.and_then(|id| self.cluster_of(id)) else { return Html::default() };
        let members = self.layout.members(&self.shown.marks, &cluster, LISTED);
        let more = cluster.count - members.len() as u32;
        let act = self.act.clone();
        let escape: Act = Rc::new(move |event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                event.prevent_default();
                act.emit(Action::List(None));
            }
        });
        let button = |class, act| Button { class, pressed: None, is_stop: true, act: Some(act) };
        let entries = members.into_iter().map(EventId).map(|id| {
            let content = vec![span("when", &self.scene.date(id)), text(" "), span("what", &self.scene.title(id))];
            svg!("li" {} button("", self.chooses(id)).of(several(content)))
        });
        let mut parts = vec![
            button("close", self.does(Action::List(None))).of(text(&words.close)),
            svg!("ul" { "translate": word("no") } several(entries.collect())),
        ];
        if more > 0 {
            parts.push(svg!("p" {} text(&fill(&words.more, &[("n", &self.count(more))]))));
        }
        living!("div" { "class": word("crowd"), "role": word("group"), "aria-label": own(&self.cluster_name(&cluster)) }
            [on("keydown", escape)] several(parts))
    }

    /// The cluster in which an event stands now, if it stands in one of several.
    fn cluster_of(&self, EventId(id): EventId) -> Option<Cluster> {
        match self.layout.holder(&self.shown.marks, id)? {
            Holder::Cluster(cluster) => Some(self.layout.clusters[cluster]).filter(|cluster| cluster.count > 1),
            Holder::Bar(_) => None,
        }
    }

    /// The accessible name of a cluster.
    pub fn cluster_name(&self, cluster: &Cluster) -> String {
        let words = &self.scene.timeline.words;
        let (from, to) = (self.scene.date(EventId(cluster.first)), self.scene.date(EventId(cluster.last)));
        fill(&words.cluster, &[("n", &self.count(cluster.count)), ("from", &from), ("to", &to)])
    }
}
