// Types for pages that embed <news-explainer> and are written in TypeScript.

/** A code that stays the same from version to version: what went wrong. */
export type NewsExplainerErrorCode =
  /** WebAssembly does not run: an old browser, or a policy without `'wasm-unsafe-eval'`. Nothing was fetched. */
  | 'runtime-not-supported'
  /** A file of the runtime did not come within a minute, or was not the one that belongs to this build. */
  | 'runtime-not-loaded'
  /** The runtime broke while it was used. */
  | 'runtime-broke'
  /** The document at `src` did not come within a minute, or is too long. */
  | 'document-not-loaded'
  /** The document or the data block is not of a form that this build reads. */
  | 'document-not-read';

/** What happened, by the name of the event; all of them bubble and cross shadow roots. */
export interface NewsExplainerEventMap {
  /** The timeline is alive. */
  'news-explainer:ready': CustomEvent<Record<string, never>>;
  /** The reader chose an event: its id in the author's document. */
  'news-explainer:select': CustomEvent<{ id: string }>;
  /** The reader opened or closed an answer: the question's id. */
  'news-explainer:toggle': CustomEvent<{ id: string; open: boolean }>;
  /** The reader narrowed the events down, or widened them again: how many of how many are shown. */
  'news-explainer:filter': CustomEvent<{ shown: number; total: number }>;
  /** Something went wrong; the printed words stand. */
  'news-explainer:error': CustomEvent<{ code: NewsExplainerErrorCode; message: string }>;
}

/** What `data-state` says; absent while the element is only printed. */
export type NewsExplainerState = 'interactive' | 'failed';

/** The element: its attributes as properties, empty where they are absent. */
export interface NewsExplainerElement extends HTMLElement {
  src: string;
  theme: string;
  loading: string;
  headingLevel: string;
  addresses: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'news-explainer': NewsExplainerElement;
  }
  interface HTMLElementEventMap extends NewsExplainerEventMap {}
  interface DocumentEventMap extends NewsExplainerEventMap {}
}
