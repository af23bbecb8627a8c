import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { attachedFile } from '../../../../../src-main/adapters/reperformance/attached-file.ts';

async function document(...names: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  for (const name of names) await pdf.attach(Buffer.from(`{"name":"${name}"}`), name, {});
  return pdf.save();
}

describe('attachedFile', () => {
  it('gives the content of the file of that name', async () => {
    const bytes = await attachedFile(
      await document('other.json', 'report-figures.json'),
      'report-figures.json',
    );
    expect(Buffer.from(bytes ?? []).toString('utf8')).toBe('{"name":"report-figures.json"}');
  });

  it('is null where there is none of that name, or none at all', async () => {
    expect(await attachedFile(await document('other.json'), 'report-figures.json')).toBeNull();
    expect(await attachedFile(await document(), 'report-figures.json')).toBeNull();
  });
});
