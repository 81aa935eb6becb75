//! The still picture of the timeline, printed once for each form; the stylesheet shows the one that fits.

use yew::prelude::*;

use super::axis::{Drawing, Target, targets};
use super::number;
use crate::document::{Document, Event, EventId, printed_id};
use crate::timeline::{Form, Marks, Viewport, layout};

/// The pictures of a document, as one figure.
pub(super) fn pictures(document: &Document, prefix: &str, marks: &Marks) -> Html {
    let timeline = &document.timeline;
    let Some((start, end)) = marks.extent() else { return Html::default() };
    let events: Vec<&Event> = document.content.groups.iter().flat_map(|group| &group.events).collect();
    html! {
        // The list of events says the same to those who cannot see the picture.
        <figure
            class="explainer-picture"
            lang={timeline.lang.clone()}
            dir={timeline.dir.as_str()}
            aria-hidden="true"
        >
            for form in Form::ALL {
                { picture(document, prefix, marks, &events, form, Viewport::whole(start, end, form.narrowest())) }
            }
        </figure>
    }
}

fn picture(
    document: &Document,
    prefix: &str,
    marks: &Marks,
    events: &[&Event],
    form: Form,
    viewport: Viewport,
) -> Html {
    let timeline = &document.timeline;
    let layout = layout(marks, &viewport, form);
    let drawing = Drawing { timeline, marks, layout: &layout, form, width: viewport.width, stretches: true };
    let targets = targets(&layout);
    html! {
        <svg
            class={["explainer-still explainer-still-", form.as_str()].concat()}
            width="100%"
            height={number::px(form.height(marks.lanes()))}
            font-family="system-ui, sans-serif"
            focusable="false"
        >
            { drawing.ground() }
            { drawing.titles(&targets, None, |EventId(id)| events[id as usize].title.clone()) }
            for target in &targets {
                { link(prefix, &drawing, target) }
            }
        </svg>
    }
}

fn link(prefix: &str, drawing: &Drawing, target: &Target) -> Html {
    let id = &drawing.timeline.mark(target.event()).id;
    html! {
        <a href={["#", &printed_id(prefix, id)].concat()} tabindex="-1" data-id={id.clone()}>
            { drawing.mark(target) }
        </a>
    }
}
