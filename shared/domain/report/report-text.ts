/**
 * The pieces of text that a report is made of.
 *
 * Text is always plain characters: emphasis and links are structure beside it, never markup inside it, so
 * nothing that a client types can change the layout.
 */

/**
 * A place in the report that a link may lead to. Made from an identifier, as `crit-CC6-2`, `ctl-LA-02`,
 * `dev-D07`, `resp-D07`; the section anchors are fixed words.
 */
export type Anchor = string;

/** A stretch of text within a paragraph. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  /** A link; `page` says how the page of the target is printed after it. */
  | {
      readonly kind: 'link';
      readonly target: Anchor;
      readonly text: string;
      readonly page: 'none' | 'comma' | 'brackets';
    }
  /** "page 36" as the linked words themselves. */
  | { readonly kind: 'page'; readonly target: Anchor };

/** One paragraph, as stretches in reading order. */
export type Spans = readonly Span[];

/** A block of prose: a paragraph or a real list. */
export type Block =
  | { readonly kind: 'paragraph'; readonly spans: Spans }
  | {
      readonly kind: 'list';
      readonly marker: 'letters' | 'numbers' | 'bullets';
      /** The place of the first item, 1 for (a) or 1. */
      readonly start: number;
      readonly items: readonly Spans[];
    };

/** A table within prose. Column shares are whole parts of the width; 0 means as narrow as the text. */
export type ProseTable = {
  readonly kind: 'table';
  readonly columns: readonly { readonly title: string; readonly share: number }[];
  readonly rows: readonly (readonly Spans[])[];
  /** Anchors of the rows, by position; null where nothing links to the row. */
  readonly anchors: readonly (Anchor | null)[];
};

/** A third-level heading within Section III, such as "Infrastructure". */
export type SubHeading = { readonly kind: 'heading'; readonly text: string };

/** What a part of Section III is made of. */
export type DescriptionBlock = Block | ProseTable | SubHeading;

/** A stretch of plain text. */
export const plain = (text: string): Span => ({ kind: 'text', text });

/** A stretch of emphasized text. */
export const strong = (text: string): Span => ({ kind: 'strong', text });

/** A paragraph of one plain stretch. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: [plain(text)] });

/** The characters of spans, links without their page numbers: what a test or a search compares. */
export function spansText(spans: Spans): string {
  return spans.map((span) => (span.kind === 'page' ? 'page' : span.text)).join('');
}

/** An identifier as an anchor can carry it: `CC6.2` becomes `CC6-2`. */
export const anchorPart = (id: string): string => id.replace(/[^A-Za-z0-9-]/g, '-');

/** Where the block of a criterion stands. */
export const criterionAnchor = (id: string): Anchor => `crit-${anchorPart(id)}`;
/** Where a part of the description stands: 3 for DC3. */
export const partAnchor = (dc: number): Anchor => `dc-${String(dc)}`;
/** Where a criterion of the opinion stands: a trust services criterion, or a description criterion such as `DC3`. */
export const criterionTarget = (id: string): Anchor =>
  /^DC\d$/.test(id) ? partAnchor(Number(id.slice(2))) : criterionAnchor(id);
/** Where the home row of a control stands. */
export const controlAnchor = (id: string): Anchor => `ctl-${anchorPart(id)}`;
/** Where the block of a deviation stands. */
export const deviationAnchor = (number: string): Anchor => `dev-${anchorPart(number)}`;
/** Where the response of management to a deviation stands. */
export const responseAnchor = (number: string): Anchor => `resp-${anchorPart(number)}`;
