//! What a frame hears of the page around it.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::scene::Scene;
use crate::dom::{PageAddress, Places, Resize};
use crate::state::{Intent, ViewAddress};
use crate::timeline::Px;

/// The slots that the printed parts are sent to, and everything that is listened to. All of it ends when it is dropped.
pub struct Hearing {
    _places: Places,
    _listeners: [EventListener; 3],
    _list: Option<EventListener>,
    _resize: Option<Resize>,
}

impl Hearing {
    /// Sends the parts to their slots and listens.
    pub fn begin(scene: &Rc<Scene>, dispatch: &Callback<Intent>) -> Hearing {
        let read = {
            let scene = scene.clone();
            move |fragment: &str| ViewAddress::read(fragment, scene.printed.prefix(), &scene.timeline)
        };
        let links = {
            let (dispatch, read) = (dispatch.clone(), read.clone());
            scene.printed.on_link(move |href| {
                if let Some(event) = read(&href).event {
                    dispatch.emit(Intent::FollowLink(event));
                }
            })
        };
        let addresses = {
            let dispatch = dispatch.clone();
            PageAddress::default().on_change(move |is_back| {
                dispatch.emit(Intent::FollowAddress { address: read(&PageAddress::fragment()), is_back });
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
        let places = scene.printed.take_places();
        Hearing { _places: places, _listeners: [links, addresses, answers], _list: list, _resize: resize }
    }
}
