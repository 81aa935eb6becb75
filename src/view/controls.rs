//! What all controls are made with, and the few that stand alone.
//!
//! Controls are functions, not components: each component would cost every reader some kilobytes of Wasm, and the state
//! is small enough to draw all of them anew.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::number::count;
use super::scene::{Scene, Shown};
use super::shape::{Act, living, on, own, several, svg, text, word};
use crate::document::{Direction, EventId, fill};
use crate::dom::{Address, Pointers, rove};
use crate::state::{Action, Said, State};
use crate::timeline::{Layout, Viewport};

/// The controls of a scene in a state.
pub(super) struct Controls<'a> {
    /// The scene.
    pub scene: &'a Rc<Scene>,
    /// The state.
    pub state: &'a State,
    /// The events that are shown.
    pub shown: &'a Shown,
    /// Where they stand on the axis.
    pub layout: &'a Layout,
    /// The window that is drawn.
    pub viewport: Viewport,
    /// The reader did something.
    pub act: Callback<Action>,
    /// The reader chose an event.
    pub choose: Callback<EventId>,
    /// The pointers that are down on the axis or on the overview.
    pub pointers: &'a Rc<Pointers>,
}

/// A button: what it does and how it stands.
pub(super) struct Button {
    /// Its class.
    pub class: &'static str,
    /// For one that can be on or off: whether it is on.
    pub pressed: Option<bool>,
    /// Whether it is the tab stop of its toolbar, or stands in none.
    pub is_stop: bool,
    /// What it does; nothing where there is nothing to do.
    pub act: Option<Act>,
}

impl Button {
    /// The button around its content.
    #[inline(never)]
    pub fn of(self, content: Html) -> Html {
        let is_off = self.act.is_none();
        let act = self.act.unwrap_or_else(|| Rc::new(|_| {}));
        living!("button" {
            "type": word("button"),
            "class": word(self.class),
            "aria-pressed": self.pressed.map(truth),
            // Not `disabled`: that would take the focus away with it.
            "aria-disabled": is_off.then(|| word("true")),
            "tabindex": word(if self.is_stop { "0" } else { "-1" }),
        } [on("click", act)] content)
    }
}

/// `true` or `false` as an attribute.
pub(super) fn truth(is: bool) -> AttrValue {
    word(if is { "true" } else { "false" })
}

/// A drawing of 16 by 16 CSS pixels on a button, by its path.
#[inline(never)]
pub(super) fn icon(path: &'static str) -> Html {
    svg!("svg" {
        "class": word("icon"), "width": word("16"), "height": word("16"), "viewBox": word("0 0 16 16"),
        "aria-hidden": word("true"),
    } svg!("path" { "d": word(path), "fill": word("none"), "stroke": word("currentColor"), "stroke-width": word("2") }))
}

/// A passage of a class.
#[inline(never)]
pub(super) fn span(class: &'static str, content: &str) -> Html {
    svg!("span" { "class": word(class) } text(content))
}

/// A row of buttons with one tab stop.
#[inline(never)]
pub(super) fn toolbar(class: &'static str, name: &str, buttons: Vec<Html>) -> Html {
    let keys: Act = Rc::new(|event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            rove(event);
        }
    });
    living!("div" { "class": word(class), "part": word("toolbar"), "role": word("toolbar"), "aria-label": own(name) }
        [on("keydown", keys)] several(buttons))
}

impl Controls<'_> {
    /// Something the reader does.
    pub fn does(&self, action: Action) -> Act {
        let act = self.act.clone();
        Rc::new(move |_| act.emit(action.clone()))
    }

    /// The reader chooses an event.
    pub fn chooses(&self, id: EventId) -> Act {
        let choose = self.choose.clone();
        Rc::new(move |_| choose.emit(id))
    }

    /// A number of things in words.
    pub fn count(&self, number: u32) -> String {
        count(&self.scene.timeline.words, i64::from(number))
    }

    /// Whether time runs to the left.
    pub fn is_mirrored(&self) -> bool {
        self.scene.timeline.dir == Direction::Rtl
    }

    /// "{n} of {total} events", as far as filters leave them.
    fn matches(&self) -> String {
        let words = &self.scene.timeline.words;
        match self.shown.len() {
            0 => words.none.clone(),
            shown => fill(&words.matches, &[("n", &self.count(shown)), ("total", &self.count(self.state.total))]),
        }
    }

    /// What a screen reader is told, in one sentence; all readers see what became of copying.
    pub fn status(&self) -> Html {
        let words = &self.scene.timeline.words;
        let said = match self.state.said {
            Said::Nothing => String::new(),
            Said::Choice => match self.state.chosen {
                Some(id) => [&*self.position(), ": ", &*self.scene.title(id)].concat(),
                None => String::new(),
            },
            // Said of where it goes, once.
            Said::Window => {
                let goal = self.state.goal();
                let count = self.shown.marks.count(goal.start, goal.end);
                let (from, to) = self.ends(&goal);
                fill(&words.window_said, &[("from", &from), ("to", &to), ("n", &self.count(count))])
            }
            Said::Filter => self.matches(),
            Said::Copied => words.copied.clone(),
            Said::NotCopied => fill(&words.not_copied, &[("address", &self.address())]),
        };
        let is_seen = matches!(self.state.said, Said::Copied | Said::NotCopied);
        svg!("p" {
            "class": word(if is_seen { "toast" } else { "unseen" }), "role": word("status"), "translate": word("no"),
        } text(&said))
    }

    /// What filters leave, and the way back; and that the scale is uneven.
    pub fn notes(&self) -> Html {
        let words = &self.scene.timeline.words;
        let mut notes = Vec::new();
        if self.state.scale.is_even() {
            notes.push(svg!("p" { "class": word("note") } text(&words.even_note)));
        }
        if !self.state.filter.is_empty() {
            let (act, had_era) = (self.act.clone(), self.state.filter.era.is_some());
            let clear: Act = Rc::new(move |event| {
                // The button goes, and the focus does not go with it.
                let stage = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let stage = stage.and_then(|button| button.closest(".stage").ok().flatten());
                if let Some(Ok(Some(search))) = stage.map(|stage| stage.query_selector("input")) {
                    let _ = search.unchecked_ref::<HtmlElement>().focus();
                }
                act.emit(Action::Narrow(Default::default()));
                // The era has taken the window with it.
                if had_era {
                    act.emit(Action::Ease(None));
                }
            });
            let clear = Button { class: "clear", pressed: None, is_stop: true, act: Some(clear) };
            notes.push(svg!("div" { "class": word("result"), "translate": word("no") }
                span("", &self.matches()),
                clear.of(text(&words.clear)),
            ));
        }
        several(notes)
    }

    /// The address of what is shown: of the chosen event, and of the window if it is not the whole span.
    pub fn address(&self) -> String {
        let fragment = match self.state.chosen {
            Some(id) => self.scene.printed.fragment(&self.scene.timeline.mark(id).id),
            None => self.scene.printed.own_fragment(),
        };
        let window = self.state.window.map(|window| super::link::window(window, &self.state.scale));
        Address::with_fragment(&[fragment, window.unwrap_or_default()].concat())
    }

    /// Opens every answer, or closes them when all stand open.
    pub fn questions_button(&self) -> Html {
        let words = &self.scene.timeline.words;
        let open = !self.state.all_open();
        let scene = self.scene.clone();
        let act: Act = Rc::new(move |_| scene.printed.open_all(open));
        let button = Button { class: "all", pressed: None, is_stop: true, act: Some(act) };
        button.of(text(if open { &words.show_all } else { &words.hide_all }))
    }
}
