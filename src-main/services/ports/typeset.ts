/**
 * What the report service needs from the typesetter: a report as data in, PDF bytes out.
 *
 * The same model and edition give the same bytes on every run and every machine.
 */
import type { ReportModel } from '../../../shared/domain/report/report-model.ts';
import type { CertificateSheet } from '../../../shared/domain/sampling/certificate-sheet.ts';
import type { Result } from '../../../shared/lib/result.ts';

/** Page size; it changes the layout, never the words. */
export type Paper = 'letter' | 'a4';

/**
 * Which copy is made.
 *
 * A draft carries a watermark and no record number and is never signed. A recipient's copy names its recipient.
 * `recordNumber` is the SHA-256 of the canonical model, 64 hexadecimal digits.
 */
export type ReportMode =
  | { readonly kind: 'draft' }
  | { readonly kind: 'final'; readonly recordNumber: string }
  | {
      readonly kind: 'recipient';
      readonly recordNumber: string;
      readonly recipient: {
        readonly name: string;
        /** As "014". */
        readonly copyNumber: string;
        /** `YYYY-MM-DD`. */
        readonly providedOn: string;
      };
    };

/** A data file inside the document, by relationship `data`. */
export type ReportAttachment = {
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: Uint8Array;
};

/** How a report is to be rendered. */
export type ReportEdition = {
  readonly paper: Paper;
  readonly mode: ReportMode;
  readonly attachments: readonly ReportAttachment[];
};

/** The finished document. */
export type TypesetReport = {
  /** PDF/A-3a that also states PDF/UA-1, with a classic cross-reference table, unsigned. */
  readonly pdf: Uint8Array;
  readonly pages: number;
};

/**
 * Why there is no document.
 *
 * `missing-glyph`: a text holds characters that the fonts lack; `where` is the path in the model, as
 * `criteria.series[5].criteria[1].home[0].text`. `not-conforming`: the typesetter or the accessibility gate refused
 * the document or warned; any warning is a refusal. `process-failed`: the typesetting process ended without an answer.
 * `cancelled`: the signal was raised.
 */
export type TypesetFailure =
  | {
      readonly code: 'missing-glyph';
      readonly texts: readonly {
        readonly where: string;
        readonly text: string;
        readonly characters: string;
      }[];
    }
  | { readonly code: 'not-conforming'; readonly standard: string; readonly messages: readonly string[] }
  | { readonly code: 'process-failed'; readonly detail: string }
  | { readonly code: 'cancelled' };

/** Renders reports and certificates. */
export type TypesetPort = {
  /** Renders one report in a process of its own. */
  readonly render: (
    model: ReportModel,
    edition: ReportEdition,
    signal?: AbortSignal,
  ) => Promise<Result<TypesetReport, TypesetFailure>>;
  /** Renders the certificate of a draw, one page, to the same standards. */
  readonly renderCertificate: (
    sheet: CertificateSheet,
    paper: Paper,
    signal?: AbortSignal,
  ) => Promise<Result<TypesetReport, TypesetFailure>>;
  /** The characters of `text` that the report's fonts lack, each once; empty when all can be printed. */
  readonly checkGlyphs: (text: string) => readonly string[];
};
