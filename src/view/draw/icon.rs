//! The small pictures on buttons, and those of the legend and the list.

use yew::prelude::*;

use super::el::el;

/// A picture on a button, by the path of its strokes in 16 by 16 CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::view) struct Icon(&'static str);

impl Icon {
    pub const ZOOM_OUT: Icon = Icon("M3 8H13");
    pub const ZOOM_IN: Icon = Icon("M3 8H13M8 3V13");
    pub const WHOLE: Icon = Icon("M1 8H15M4 5L1 8L4 11M12 5L15 8L12 11");
    pub const MORE: Icon = Icon("M2 8H4M7 8H9M12 8H14");
    pub const HELP: Icon = Icon("M5 5.5A3 3 0 1 1 9.2 8.2Q8 8.8 8 10M8 12V14");
    pub const EVEN: Icon = Icon("M2 11H14M3 11V6M6 11V6M10 11V6M13 11V6");
    pub const LIST: Icon = Icon("M6 4H14M6 8H14M6 12H14M2 4H4M2 8H4M2 12H4");
    pub const PREVIOUS: Icon = Icon("M10 3L5 8L10 13");
    pub const NEXT: Icon = Icon("M6 3L11 8L6 13");
    pub const CHAIN: Icon =
        Icon("M6.5 9.5L9.5 6.5M7 4.5L9 2.5A3 3 0 0 1 13.5 7L11.5 9M9 11.5L7 13.5A3 3 0 0 1 2.5 9L4.5 7");
}

/// An icon, for the eye only.
#[inline(never)]
pub(in crate::view) fn icon(Icon(path): Icon) -> Html {
    el!("svg" { "class": "icon", "width": "16", "height": "16", "viewBox": "0 0 16 16", "aria-hidden": "true" }
        el!("path" { "d": path, "fill": "none", "stroke": "currentColor", "stroke-width": "2" }))
}

/// A glyph as a small picture of its own, for the legend and the list.
pub(in crate::view) fn legend_icon(glyph: Html) -> Html {
    html! {
        <svg class="explainer-icon" width="24" height="24" viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
            { glyph }
        </svg>
    }
}
