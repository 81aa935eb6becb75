//! The still picture of the timeline, printed once for each form; the stylesheet shows the one that fits.

use std::rc::Rc;

use yew::prelude::*;

use super::{Print, PrintProps, label};
use crate::document::{EventId, Part};
use crate::state::Spans;
use crate::timeline::{EventIndex, Form, Room, Target, Viewport, layout, targets, titles};
use crate::view::draw::{self, Canvas, Unit, chosen_day, el, ground, mark, px};

/// The pictures, as one figure; nothing without events.
#[component]
pub fn Picture(PrintProps { print }: &PrintProps) -> Html {
    let timeline = &print.document.timeline;
    // On the scale and in the window that the living axis begins with.
    let spans = Spans::new(timeline);
    let index = spans.index(&spans.scale(timeline.spacing), None);
    let room = spans.room(timeline.spacing);
    let class =
        ["explainer-picture explainer-rows-", &room.rows.to_string(), " explainer-lanes-", &room.lanes.to_string()]
            .concat();
    html! {
        if !timeline.marks.is_empty() {
            // The list of events says the same to those who cannot see the picture.
            <figure {class} lang={print.lang()} dir={print.dir()} aria-hidden="true">
                for form in Form::ALL {
                    { picture(print, &index, form, room) }
                }
                if index.scale().is_even() {
                    <figcaption class="explainer-note">{ label(print, &timeline.labels.even_note) }</figcaption>
                }
            </figure>
        }
    }
}

fn picture(print: &Rc<Print>, index: &EventIndex, form: Form, room: Room) -> Html {
    let timeline = &print.document.timeline;
    let viewport = viewport(print, index, form);
    let canvas = Canvas { width: viewport.width, form, room, direction: timeline.dir, unit: Unit::Percent };
    let layout = layout(index, &viewport, form, room.rows);
    let targets = targets(&layout, canvas.width);
    let title = |event: u32| print.document.content.events[event as usize].title.clone();
    let current =
        targets.iter().position(|target| target.cluster().is_none() && Some(EventId(target.event())) == timeline.start);
    let titles = titles(&targets, timeline.start.map(|EventId(event)| event), (form, room), canvas.width, &title);
    el!("svg" {
        "class": ["explainer-still explainer-still-", form.as_str()].concat(),
        // Without the style sheet, which gives each its size, one picture is enough.
        "width": if form == Form::Narrow { "100%" } else { "0" },
        "height": if form == Form::Narrow { px(canvas.height()) } else { "0".into() },
        "xmlns": "http://www.w3.org/2000/svg",
        "font-family": "system-ui, sans-serif",
        "focusable": "false",
    }
        ground(&canvas, timeline, &layout, chosen_day(timeline, &targets, current, &layout.ticks)),
        draw::titles(&canvas, &targets, &titles),
        targets.iter().map(|target| link(print, &canvas, target)).collect(),
    )
}

/// The window that the document begins with, on the narrowest element of a form.
fn viewport(print: &Print, index: &EventIndex, form: Form) -> Viewport {
    let whole = Viewport::whole(index.extent().unwrap_or_default(), form.narrowest());
    match print.document.timeline.window {
        Some(bounds) => {
            let wanted = Viewport { window: index.places_of(bounds.into()), ..whole };
            wanted.within(&whole, index.scale().least(wanted.middle()))
        }
        None => whole,
    }
}

fn link(print: &Print, canvas: &Canvas, target: &Target) -> Html {
    let event = EventId(target.event());
    let id = print.document.timeline.mark(event).id.to_string();
    html! {
        <a href={print.address_of(Part::Event(event))} tabindex="-1" data-id={id}>
            { mark(canvas, &print.document.timeline, target) }
        </a>
    }
}
