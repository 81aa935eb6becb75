//! The program for whole documents: those that are fetched by address, and the lists of those that are too long to be
//! printed whole. It also does everything that `explainer-runtime` does.

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    // Links the library, whose exports would be dropped otherwise.
    let _ = news_explainer::embed::start;
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{Function, Promise};
    use news_explainer::document::Published;
    use news_explainer::embed::{Reading, long_list, print, to_js};
    use wasm_bindgen::prelude::*;
    use web_sys::HtmlElement;

    /// A document that was read.
    #[wasm_bindgen]
    pub struct PublishedDocument(Published);

    /// Reads a published document.
    ///
    /// # Errors
    /// The text is not a document that this program can read.
    #[wasm_bindgen(js_name = readDocument)]
    pub fn read_document(text: &str) -> Result<PublishedDocument, JsValue> {
        Published::from_json(text).map(PublishedDocument).map_err(to_js)
    }

    #[wasm_bindgen]
    impl PublishedDocument {
        /// Prints it for an element. The promise is kept with the words, a `DocumentFragment`, which must be on the page
        /// before the next document is printed.
        pub fn print(&self, host: HtmlElement, level: u8) -> Promise {
            Promise::new(&mut |resolve: Function, _| {
                print(&host, &self.0, level, move |words| drop(resolve.call1(&JsValue::NULL, &words)));
            })
        }

        /// What a frame around it needs.
        pub fn reading(&self) -> Reading {
            let document = &self.0.document;
            Reading::new(document.timeline.clone(), long_list(document))
        }
    }
}
