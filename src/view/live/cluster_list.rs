//! A cluster opened as a list: its events, one after the other.

use std::rc::Rc;

use yew::prelude::*;

use super::button::Button;
use super::scene::Wiring;
use super::wording::{cluster_name, number};
use crate::document::{EventId, fill};
use crate::state::{AxisMarks, Intent};
use crate::timeline::{EventIndex, Holder};

/// How many events the list holds at most; zooming in shows the others.
const LISTED: usize = 50;

/// The properties of [`ClusterList`].
#[derive(PartialEq, Properties)]
pub struct ClusterListProps {
    /// What it is about, and where intents go.
    pub wiring: Rc<Wiring>,
    /// The events that are shown.
    pub shown: Rc<EventIndex>,
    /// Where they stand on the axis.
    pub marks: Rc<AxisMarks>,
    /// The first event of the cluster that is open.
    pub opened: Option<EventId>,
}

/// The list of the cluster that is open, if one is.
#[component]
pub fn ClusterList(ClusterListProps { wiring, shown, marks, opened }: &ClusterListProps) -> Html {
    let Wiring { scene, dispatch } = &**wiring;
    let labels = &scene.timeline.labels;
    let held = opened.and_then(|EventId(event)| marks.layout.holder(shown, event));
    let Some(Holder::Cluster(cluster)) = held else { return Html::default() };
    let cluster = marks.layout.clusters[cluster];
    let members = marks.layout.members(shown, &cluster, LISTED);
    let more = cluster.count as usize - members.len();
    let button = |class, intent| Button { class, is_stop: true, intent: Some(intent), ..Button::default() };
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                dispatch.emit(Intent::CloseCluster);
            }
        }
    };
    html! {
        <div class="cluster-list" role="group" aria-label={cluster_name(scene, &cluster)} {onkeydown}>
            { button("close", Intent::CloseCluster).around(dispatch, html! { { &labels.close } }) }
            <ul translate="no" lang={scene.timeline.own_lang()}>
                for id in members.into_iter().map(EventId) {
                    <li>{ button("", Intent::Choose(id)).around(dispatch, html! {
                        <>
                            <span class="when">{ scene.date(id) }</span>{ " " }
                            <span class="what">{ scene.title(id) }</span>
                        </>
                    }) }</li>
                }
            </ul>
            if more > 0 {
                <p>{ fill(&labels.more, &[("n", &number(&scene.timeline, more))]) }</p>
            }
        </div>
    }
}
