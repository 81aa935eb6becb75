//! stub
pub fn report(_: &std::path::Path) -> Result<(), crate::failure::Failure> {
    Ok(())
}
