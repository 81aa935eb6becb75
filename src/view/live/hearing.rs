//! What a frame hears of the page around it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::Element;
use yew::prelude::*;

use super::scene::Scene;
use crate::document::Direction;
use crate::dom::{PageAddress, Places, Resize, Swipe, focus_in_place};
use crate::state::{Intent, ViewAddress};
use crate::timeline::Px;

/// The slots that the printed parts are sent to, and everything that is listened to. All of it ends when it is dropped.
pub struct Hearing {
    _places: Places,
    _listeners: [EventListener; 3],
    _list: Option<EventListener>,
    _resize: Option<Resize>,
    _swipe: Option<Swipe>,
}

impl Hearing {
    /// Sends the parts to their slots and listens.
    pub fn begin(scene: &Rc<Scene>, dispatch: &Callback<Intent>) -> Hearing {
        let read = {
            let scene = scene.clone();
            move |fragment: &str| ViewAddress::read(fragment, scene.printed.prefix(), &scene.timeline)
        };
        // The link that was followed last, and the fragment that the page had then.
        let followed: Rc<RefCell<Option<(String, Element)>>> = Rc::default();
        let links = {
            let (dispatch, read) = (dispatch.clone(), read.clone());
            let followed = followed.clone();
            scene.printed.on_link(move |link, href| {
                followed.replace(Some((PageAddress::fragment(), link.clone())));
                if let Some(event) = read(&href).event {
                    dispatch.emit(Intent::FollowLink(event));
                }
            })
        };
        let addresses = {
            let dispatch = dispatch.clone();
            PageAddress::default().on_change(move |is_back| {
                let fragment = PageAddress::fragment();
                dispatch.emit(Intent::FollowAddress { address: read(&fragment), is_back });
                // Whoever comes back is at the link that was followed.
                let from = followed.borrow().clone().filter(|(from, _)| is_back && *from == fragment);
                if let Some((_, link)) = from {
                    focus_in_place(&link);
                }
            })
        };
        let answers = {
            let (dispatch, questions) = (dispatch.clone(), scene.answers.clone());
            scene.answers.on_toggle(move |id, is_open| {
                let (open, _) = questions.count();
                dispatch.emit(Intent::AnswerToggled { id, is_open, open });
            })
        };
        let list = {
            let dispatch = dispatch.clone();
            scene.printed.on_list(move |is_open| dispatch.emit(Intent::ListToggled(is_open)))
        };
        let stage = scene.in_frame(".stage");
        let resize = {
            let dispatch = dispatch.clone();
            stage.and_then(|stage| Resize::new(&stage, move |width| dispatch.emit(Intent::Resize(Px(width)))))
        };
        // As pages are turned: to the next by a finger that goes to the left, from right to left the other way.
        let swipe = scene.printed.list().map(|list| {
            let (dispatch, scene) = (dispatch.clone(), scene.clone());
            let is_mirrored = scene.timeline.dir == Direction::Rtl;
            Swipe::new(&list, move |to_right| {
                let intent = if to_right == is_mirrored { Intent::Next } else { Intent::Previous };
                if !scene.printed.shows_list() {
                    dispatch.emit(intent);
                }
            })
        });
        let places = scene.printed.take_places();
        Hearing {
            _places: places,
            _listeners: [links, addresses, answers],
            _list: list,
            _resize: resize,
            _swipe: swipe,
        }
    }
}
