/** What goes to the typesetting process and what comes back. Both travel as structured clones. */

/** One report to typeset. Folders are paths of the program's own resources. */
export interface TypesetRequest {
  readonly templatesFolder: string;
  readonly fontsFolder: string;
  /** The template that makes the document. */
  readonly main: 'report.typ' | 'certificate.typ';
  readonly paper: 'letter' | 'a4';
  /** Report date in seconds since 1970, the date of the document. */
  readonly documentSeconds: number;
  /** Files that the template reads, by name: `data.json`, `edition.json`, logo and attachments. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** The answer: the document, or why the typesetter refused. `standard` is `compile`, `a-3a` or `ua-1`. */
export type TypesetReply =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly ok: false; readonly standard: string; readonly messages: readonly string[] };
