//! The whole print.

use yew::prelude::*;

use super::PrintProps;
use super::article::Article;
use super::corrections::Corrections;
use super::edition::EditionLine;
use super::glossary::Glossary;
use super::head::Head;
use super::questions::Questions;
use super::since_publication::SincePublication;
use super::sources::Sources;
use super::timeline::Timeline;

/// A document, as far as it is printed: the children of its element, of which each is there only if the document has it.
#[component]
pub fn Explainer(PrintProps { print }: &PrintProps) -> Html {
    html! {
        <>
            <EditionLine {print} />
            <Head {print} />
            <Article {print} />
            <Timeline {print} />
            <Questions {print} />
            <SincePublication {print} />
            <Corrections {print} />
            <Glossary {print} />
            <Sources {print} />
        </>
    }
}
