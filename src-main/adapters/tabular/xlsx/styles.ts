import { LIMITS } from '../limits.ts';
import { refuseDamaged } from '../refusal.ts';
import { MAIN_NAMESPACES } from './namespaces.ts';
import { GENERAL, builtInFormat, parseNumberFormat } from './number-format.ts';
import type { NumberFormat } from './number-format.ts';
import { refuseUnknownElement } from './rich-text.ts';
import { visitElements } from './xml-elements.ts';
import type { ZipPackage } from './zip-package.ts';

/** The number formats of a workbook's cell styles, by the number that cells use. */
export type CellFormats = readonly NumberFormat[];

/** Reads the styles; a workbook without them shows every number as it is. */
export async function readCellFormats(zip: ZipPackage, part: string | null): Promise<CellFormats> {
  if (part === null) return [GENERAL];
  const written = new Map<number, NumberFormat>();
  const used: number[] = [];
  await visitElements(zip, part, MAIN_NAMESPACES, (element) => {
    if (element.path === 'styleSheet/numFmts/numFmt') {
      const code = element.attribute('formatCode') ?? '';
      written.set(idOf(element.attribute('numFmtId')), parseNumberFormat(code));
    }
    if (element.path === 'styleSheet/numFmts/?' || element.path === 'styleSheet/cellXfs/?') {
      refuseUnknownElement('the styles');
    }
    if (element.path === 'styleSheet/cellXfs/xf') used.push(idOf(element.attribute('numFmtId') ?? '0'));
    if (written.size + used.length > LIMITS.workbookItems) refuseDamaged('it has too many styles');
  });
  const formats = used.map((id) => written.get(id) ?? builtInFormat(id));
  return formats.length === 0 ? [GENERAL] : formats;
}

function idOf(text: string | undefined): number {
  const id = text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : -1;
  if (id < 0) refuseDamaged('a number format has no number');
  return id;
}
