//! The program that frames printed words. Everything is in the library; its exports are called by `assets/element`.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    // Links the library, whose exports would be dropped otherwise.
    #[cfg(target_arch = "wasm32")]
    let _ = news_explainer::embed::start;
}
