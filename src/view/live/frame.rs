//! The frame: slots for the printed parts, the controls between them, and a slot for everything else.

use std::rc::Rc;

use yew::prelude::*;

use super::life::use_life;
use super::questions_button::QuestionsButton;
use super::scene::Scene;
use super::timeline_controls::timeline_controls;

/// The properties of [`Room`].
#[derive(PartialEq, Properties)]
pub struct RoomProps {
    /// What is framed; without it the printed page stands as it stood.
    pub scene: Option<Rc<Scene>>,
    /// How often the page has been put right.
    pub refreshed: u32,
}

/// Where a frame lives: the content of the element's shadow root. A room outlives its frames, since Yew never gives back
/// the listeners of a root.
#[component]
pub fn Room(RoomProps { scene, refreshed }: &RoomProps) -> Html {
    match scene {
        // Another scene has another frame, so that the old one leaves the page as it found it.
        Some(scene) => html! { <Frame key={Rc::as_ptr(scene) as usize} {scene} {refreshed} /> },
        None => html! { <slot /> },
    }
}

/// The properties of [`Frame`].
#[derive(PartialEq, Properties)]
pub struct FrameProps {
    /// What is framed.
    pub scene: Rc<Scene>,
    /// How often the page has been put right.
    pub refreshed: u32,
}

/// The frame around printed words.
#[component]
pub fn Frame(FrameProps { scene, refreshed }: &FrameProps) -> Html {
    let (state, wiring) = use_life(scene, *refreshed);
    let timeline = &scene.timeline;
    html! {
        <div class="frame" lang={timeline.labels_lang.clone().unwrap_or_else(|| timeline.lang.clone())} dir={timeline.dir.as_str()}>
            <slot name="edition" />
            <slot name="head" />
            <slot name="article" />
            if scene.printed.has("explainer-events") {
                { timeline_controls(&wiring, &state) }
            }
            if state.questions.all > 0 {
                <div class="faq-head">
                    <slot name="faq-head" />
                    <QuestionsButton {wiring} opens={!state.questions.all_open()} />
                </div>
                <slot name="faq" />
            }
            <slot />
        </div>
    }
}
