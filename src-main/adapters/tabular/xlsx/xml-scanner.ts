import { LIMITS } from '../limits.ts';
import { refuse, refuseDamaged } from '../refusal.ts';
import { decodeReferences } from './xml-references.ts';
import { TextUnits } from '../text-units.ts';
import { FOREIGN, NamespaceScope } from './namespace-scope.ts';
import { BROKEN, INCOMPLETE, TagAttributes } from './tag-attributes.ts';

/** Told what a part holds. Elements outside the workbook's own namespace have the name {@link FOREIGN}. */
export interface XmlListener {
  /** `attributes` is valid during the call only. */
  open(name: string, attributes: TagAttributes): void;
  /** A run of text; an element's text may come in several runs. */
  text(text: string): void;
  close(name: string): void;
  /**
   * Reads whole elements of the workbook's own namespace in one go where they have a form the listener knows well, and
   * gives the place after them; -1 leaves the first to the general way. `units`: those of the text.
   */
  readWhole?(text: string, units: Uint16Array<ArrayBuffer>, at: number): number;
  /** The same for the tag that begins a row: an element `row` is open then. */
  readRowTag?(text: string, units: Uint16Array<ArrayBuffer>, at: number): number;
}

/** How often an unfinished token is tried with a little more of the next chunk, before all of it is taken. */
const GLUE_ATTEMPTS = 4;

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(?:"1\.\d"|'1\.\d')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>$/;
const INSTRUCTION = /^<\?[A-Za-z_][\w.-]*(?:\s[^]*)?\?>$/;

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;

/**
 * Reads the two bulk parts of a workbook (sheets and shared strings), where a general parser takes most of the time.
 * It is strict: elements must nest, attributes must be quoted and unique, references must be known, and a document
 * type is refused. Tests hold it against saxes, which reads all other parts.
 */
export class XmlScanner {
  private readonly part: string;
  private readonly listener: XmlListener;
  private readonly attributes = new TagAttributes();
  private readonly scope = new NamespaceScope();
  private readonly openNames: string[] = [];
  private readonly resolvedNames: string[] = [];
  private readonly textUnits = new TextUnits();
  private buffer = '';
  private units = this.textUnits.of('');
  private at = 0;
  /** The beginning of a token whose end has not come yet. */
  private rest = '';
  private hasRoot = false;
  private isStart = true;

  constructor(part: string, listener: XmlListener) {
    this.part = part;
    this.listener = listener;
  }

  write(chunk: string): void {
    const from = this.rest === '' ? 0 : this.completeRest(chunk);
    if (from < chunk.length) this.readFrom(chunk, from);
  }

  end(): void {
    if (this.rest.trim() !== '' || this.openNames.length > 0 || !this.hasRoot) this.damaged('ends too early');
  }

  /**
   * Reads the token that the chunk before left unfinished, with only as much of this chunk as it needs: a text glued
   * from two is slow to walk through. Gives the place where the chunk goes on.
   */
  private completeRest(chunk: string): number {
    let from = 0;
    for (let attempt = 0; this.rest !== '' && from < chunk.length; attempt += 1) {
      const end = attempt < GLUE_ATTEMPTS ? chunk.indexOf('>', from) : -1;
      const to = end === -1 ? chunk.length : end + 1;
      this.readFrom(this.rest + chunk.slice(from, to), 0);
      from = to;
    }
    return from;
  }

  /** Reads all whole tokens of a text and keeps what is left. */
  private readFrom(text: string, from: number): void {
    this.buffer = text;
    if (this.listener.readWhole !== undefined) this.units = this.textUnits.of(text);
    this.at = from;
    this.rest = '';
    while (this.at < text.length) {
      const before = this.at;
      if (!this.readToken()) {
        this.rest = text.slice(before);
        if (this.rest.length > LIMITS.xmlToken) this.refuseLong();
        return;
      }
    }
  }

  private damaged(what: string): never {
    return refuseDamaged(`its part ${this.part} ${what}`, { part: this.part });
  }

  private refuseLong(): never {
    return refuse(
      'cell-too-long',
      `The part ${this.part} holds one text of more than ${LIMITS.xmlToken} characters.`,
      {
        part: this.part,
        limit: LIMITS.xmlToken,
      },
    );
  }

  /** Reads one run of text or one tag; false where the rest of it has not come yet. */
  private readToken(): boolean {
    const { buffer, at } = this;
    if (buffer.charCodeAt(at) !== LESS) return this.readText();
    const next = buffer.charCodeAt(at + 1);
    if (next === SLASH) return this.readEndTag();
    if (next === BANG) return this.readMarkup();
    if (next === QUESTION) return this.readInstruction();
    return this.readUsual() || this.readStartTag();
  }

  private readText(): boolean {
    const end = this.buffer.indexOf('<', this.at);
    if (end === -1) return false;
    const raw = this.buffer.slice(this.at, end);
    this.at = end;
    this.isStart = false;
    if (this.openNames.length === 0) {
      if (raw.trim() !== '') this.damaged('holds text outside its elements');
      return true;
    }
    if (raw.includes(']]>')) this.damaged('holds a stray end of a character section');
    this.listener.text(decodeReferences(raw, this.part));
    return true;
  }

  private readEndTag(): boolean {
    const { buffer, at } = this;
    const close = buffer.indexOf('>', at);
    if (close === -1) return false;
    const name = this.openNames.pop() ?? this.damaged('closes an element that is not open');
    const nameEnd = at + 2 + name.length;
    if (
      !buffer.startsWith(name, at + 2) ||
      (nameEnd !== close && buffer.slice(nameEnd, close).trim() !== '')
    ) {
      this.damaged('has elements that do not nest');
    }
    this.at = close + 1;
    this.listener.close(this.resolvedNames.pop() ?? FOREIGN);
    this.scope.leave(this.openNames.length);
    return true;
  }

  /** Comments and character sections; a document type is refused. */
  private readMarkup(): boolean {
    const { buffer, at } = this;
    if (buffer.length - at < 9) return false;
    if (buffer.startsWith('<!--', at)) {
      const close = buffer.indexOf('--', at + 4);
      if (close === -1 || close + 2 >= buffer.length) return false;
      if (buffer.charCodeAt(close + 2) !== GREATER) this.damaged('has a broken comment');
      this.at = close + 3;
    } else if (buffer.startsWith('<![CDATA[', at)) {
      const close = buffer.indexOf(']]>', at + 9);
      if (close === -1) return false;
      if (this.openNames.length === 0) this.damaged('holds text outside its elements');
      this.listener.text(buffer.slice(at + 9, close));
      this.at = close + 3;
    } else {
      refuseDocumentType(this.part);
    }
    this.isStart = false;
    return true;
  }

  private readInstruction(): boolean {
    const close = this.buffer.indexOf('?>', this.at);
    if (close === -1) return false;
    const instruction = this.buffer.slice(this.at, close + 2);
    const isDeclaration = /^<\?xml[\s?]/i.test(instruction);
    if (isDeclaration ? !this.isStart || !DECLARATION.test(instruction) : !INSTRUCTION.test(instruction)) {
      this.damaged('has a broken declaration');
    }
    this.at = close + 2;
    this.isStart = false;
    return true;
  }

  /** Reads what the listener knows well. */
  private readUsual(): boolean {
    const { listener, buffer, units } = this;
    if (listener.readWhole === undefined || !this.scope.isMainByDefault) return false;
    let end = listener.readWhole(buffer, units, this.at);
    if (end === -1) {
      end = listener.readRowTag?.(buffer, units, this.at) ?? -1;
      if (end === -1) return false;
      this.openNames.push('row');
      this.resolvedNames.push('row');
    }
    this.at = end;
    return true;
  }

  private readStartTag(): boolean {
    const { buffer, at } = this;
    let nameEnd = at + 1;
    let code = buffer.charCodeAt(nameEnd);
    // Ends at white space, at the end of the tag, and (no number) at the end of what has come.
    while (code > 32 && code !== GREATER && code !== SLASH) {
      nameEnd += 1;
      code = buffer.charCodeAt(nameEnd);
    }
    this.attributes.clear(this.part);
    const close = code === GREATER ? nameEnd : this.attributes.read(buffer, nameEnd);
    if (close === BROKEN) this.damaged('has a broken tag');
    if (close === INCOMPLETE) return false;
    this.at = close + 1;
    this.isStart = false;
    this.enter(buffer.slice(at + 1, nameEnd), code !== GREATER && buffer.charCodeAt(close - 1) === SLASH);
    return true;
  }

  private enter(name: string, isEmpty: boolean): void {
    const depth = this.openNames.length;
    if (depth === 0 && this.hasRoot) this.damaged('has more than one outermost element');
    if (depth >= LIMITS.xmlDepth) this.damaged('nests its elements too deeply');
    this.hasRoot = true;
    if (this.attributes.declaresNamespaces) this.scope.enter(depth, this.attributes);
    if (this.attributes.hasPrefixes && !this.scope.knowsPrefixes(this.attributes))
      this.damaged('uses an unknown prefix');
    const resolved = this.scope.resolve(name) ?? this.damaged('uses an unknown prefix');
    this.listener.open(resolved, this.attributes);
    if (isEmpty) {
      this.listener.close(resolved);
      this.scope.leave(depth);
      return;
    }
    this.openNames.push(name);
    this.resolvedNames.push(resolved);
  }
}

/** Document types carry the entities of expansion and disclosure attacks; no spreadsheet program writes one. */
export const refuseDocumentType = (part: string): never =>
  refuse(
    'document-type',
    `The part ${part} declares a document type; workbooks have none. The file is not read.`,
    {
      part,
    },
  );
