//! stub
use crate::failure::Failure;
use crate::machine::Machine;
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suite {
    Native,
    Web,
    E2e,
}
impl Suite {
    pub const ALL: [Self; 3] = [Self::Native, Self::Web, Self::E2e];
    pub fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Web => "web",
            Self::E2e => "e2e",
        }
    }
}
pub fn test(_: &mut Machine, _: Option<Suite>) -> Result<(), Failure> {
    Ok(())
}
