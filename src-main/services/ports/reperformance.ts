/** A file of the program that goes into every re-performance kit: the two checkers and their explanation. */
export interface CheckerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a kit holds beside the engagement's own data. */
export interface ReperformancePort {
  /** The checkers in JavaScript and Python, and the explanation. */
  checkers(): readonly CheckerFile[];
  /** The content of a file attached to a PDF document; `null` where there is none of that name. */
  attachedFile(pdf: Uint8Array, name: string): Promise<Uint8Array | null>;
}
