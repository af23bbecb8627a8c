import { TextStore } from '../../../../shared/domain/population/text-store.ts';
import { LIMITS } from '../limits.ts';
import { refuse, refuseDamaged } from '../refusal.ts';
import { RichText, refuseUnknownElement } from './rich-text.ts';
import { XmlScanner } from './xml-scanner.ts';
import type { XmlListener } from './xml-scanner.ts';
import { xmlText } from './xml-text.ts';
import type { ZipPackage } from './zip-package.ts';

/** Reads the table of texts that cells refer to by number. `tick` is called for each chunk. */
export async function readSharedStrings(
  zip: ZipPackage,
  part: string | null,
  tick: (done: number, total: number) => void,
): Promise<TextStore> {
  if (part === null) return new TextStore();
  const listener = new StringListener(part);
  const scanner = new XmlScanner(part, listener);
  for await (const text of xmlText(part, zip.read(part, tick))) scanner.write(text);
  scanner.end();
  return listener.texts;
}

class StringListener implements XmlListener {
  readonly texts = new TextStore();
  private readonly part: string;
  private readonly rich = new RichText();
  private depth = 0;
  private isInItem = false;
  private characters = 0;

  constructor(part: string) {
    this.part = part;
  }

  open(name: string): void {
    this.depth += 1;
    if (this.depth === 1 && name !== 'sst') refuseDamaged(`its part ${this.part} is not a table of texts`);
    if (this.depth > 2 && this.isInItem) this.rich.open(name);
    if (this.depth === 2) this.openItem(name);
  }

  /** A text that is passed over would give all after it the number of another. */
  private openItem(name: string): void {
    if (name !== 'si' && name !== 'extLst') refuseUnknownElement('the table of texts');
    if (name !== 'si') return;
    this.isInItem = true;
    this.rich.start();
  }

  text(text: string): void {
    if (this.isInItem) this.rich.add(text);
  }

  close(name: string): void {
    if (this.depth > 2 && this.isInItem) this.rich.close(name);
    if (this.depth === 2 && this.isInItem) this.keep(this.rich.finish());
    this.depth -= 1;
  }

  private keep(text: string): void {
    this.isInItem = false;
    this.texts.add(text);
    this.characters += text.length;
    if (this.texts.size > LIMITS.sharedStrings || this.characters > LIMITS.sharedCharacters) {
      refuse('too-large', 'The workbook holds more different texts than are read.', {
        texts: this.texts.size,
        limit: LIMITS.sharedStrings,
      });
    }
  }
}
