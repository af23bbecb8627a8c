/** The certificate of a draw as it is printed. */
import { describe, expect, it } from 'vitest';
import { certificateSheet } from '../../../shared/domain/sampling/certificate-sheet.ts';
import type { DrawCertificate } from '../../../shared/domain/sampling/draw-certificate.ts';
import { drawnCertificate } from '../../helpers/drawn-certificate.ts';
import { readReport } from '../../helpers/report-document.ts';
import { specimenTypesetter } from '../../helpers/typeset-specimen.ts';

async function printed(certificate: DrawCertificate) {
  const rendered = await specimenTypesetter.renderCertificate(certificateSheet(certificate), 'letter');
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error));
  return rendered.value;
}

describe('a printed draw certificate', { timeout: 120_000 }, () => {
  it('is one page with everything that a redraw needs', async () => {
    const { pdf, pages } = await printed(drawnCertificate(25));
    expect(pages).toBe(1);
    const [page] = (await readReport(pdf)).pages;
    for (const words of [
      'Draw certificate',
      '2026-SOC2-CC8.1',
      'consistent-sampler/1',
      'aaaa aaaa',
      'CHG-00001',
    ])
      expect(page?.text).toContain(words);
  });

  it('stays one page when it is superseded, long and full, and says so', async () => {
    const long = 'A reason that is typed by somebody who has a lot to say about a draw. '.repeat(8);
    const filter = {
      code: 'F1',
      words: 'Site is one of Austin, Columbus, Boise',
      reason: 'Only there.',
      removedRows: 2,
    };
    const full = drawnCertificate(400, {
      ...{
        stands: false,
        supersededBecause: long,
        stopRule: long,
        selectionReason: long,
        overrideReason: long,
      },
      filters: Array.from({ length: 9 }, () => filter),
    });
    const { pdf, pages } = await printed(full);
    expect(pages).toBe(1);
    const [page] = (await readReport(pdf)).pages;
    expect(page?.text).toContain('Superseded.');
    expect(page?.text).toContain('further items are in the certificate as JSON');
  });

  it('gives the same bytes each time', async () => {
    const [one, other] = [await printed(drawnCertificate(5)), await printed(drawnCertificate(5))];
    expect(Buffer.from(one.pdf).equals(Buffer.from(other.pdf))).toBe(true);
  });
});
