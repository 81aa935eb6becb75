//! The still picture of the timeline, printed once for each form; the stylesheet shows the one that fits.

use yew::prelude::*;

use super::axis::{Drawing, Target, targets};
use super::long::{Absent, events};
use super::marks::{Days, ends};
use super::number;
use crate::document::{Document, Event, EventId};
use crate::timeline::{Form, Marks, Viewport, layout};

/// The pictures of a document, as one figure.
pub(super) fn pictures(document: &Document, prefix: &str, absent: &Absent) -> Html {
    let timeline = &document.timeline;
    // On the scale and in the window that the living axis begins with.
    let days = Days::new(timeline);
    let scale = days.scale(timeline.spacing);
    let marks = days.marks(scale.clone(), None);
    let Some((start, end)) = marks.extent() else { return Html::default() };
    let viewport = |width| {
        let whole = Viewport::whole(start, end, width);
        match timeline.window.map(ends) {
            Some((start, end)) => {
                let (start, end) = (scale.apply(start), scale.apply(end));
                Viewport { start, end, width }.within(&whole, scale.least(start))
            }
            None => whole,
        }
    };
    let events: Vec<&Event> = events(&document.content).collect();
    let link = |drawing: &Drawing, target: &Target| link(prefix, absent, drawing, target);
    html! {
        // The list of events says the same to those who cannot see the picture.
        <figure
            class="explainer-picture"
            lang={timeline.lang.clone()}
            dir={timeline.dir.as_str()}
            aria-hidden="true"
        >
            for form in Form::ALL {
                { picture(document, &link, &marks, &events, form, viewport(form.narrowest())) }
            }
            if scale.is_even() {
                <figcaption class="explainer-note">{ &timeline.words.even_note }</figcaption>
            }
        </figure>
    }
}

fn picture(
    document: &Document,
    link: &dyn Fn(&Drawing, &Target) -> Html,
    marks: &Marks,
    events: &[&Event],
    form: Form,
    viewport: Viewport,
) -> Html {
    let timeline = &document.timeline;
    let layout = layout(marks, &viewport, form);
    let lanes = marks.lanes();
    let drawing = Drawing { timeline, layout: &layout, form, lanes, width: viewport.width, stretches: true };
    let targets = targets(&layout, viewport.width);
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
                { link(&drawing, target) }
            }
        </svg>
    }
}

fn link(prefix: &str, absent: &Absent, drawing: &Drawing, target: &Target) -> Html {
    let id = &drawing.timeline.mark(target.event()).id;
    html! {
        <a href={absent.address(prefix, id)} tabindex="-1" data-id={id.clone()}>
            { drawing.mark(target) }
        </a>
    }
}
