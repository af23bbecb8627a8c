import type { DrawCertificate } from '../../shared/domain/sampling/draw-certificate.ts';

/** A certificate with so many items whose keys look like `key`; override what matters. */
export function drawnCertificate(
  items: number,
  overrides: Partial<DrawCertificate> = {},
  key = 'CHG-00001',
): DrawCertificate {
  return {
    schema: 'tickmark-draw-certificate/1',
    ...{ firm: 'Inkwell & Ledger CPAs LLP', client: 'Quillhaven, Inc.', system: 'Hosting Platform' },
    ...{ period: '1 Jul 2025 to 30 Jun 2026', workpaper: 'CC8-01', control: 'CHG-01', population: 'Changes' },
    ...{ draw: 1, draws: 1, stands: true, supersededBecause: null },
    ...{
      populationSha256: 'a'.repeat(64),
      fileSha256: 'b'.repeat(64),
      rowsSha256: 'c'.repeat(64),
      filters: [],
    },
    ...({ records: 3653, basis: 'frequencyGuidance', method: 'simpleRandom', rates: null } as const),
    ...{
      computedSize: 5,
      chosenSize: 5,
      overrideReason: null,
      selectionReason: null,
      stratumColumn: null,
      allocation: [],
    },
    ...{
      seed: '2026-SOC2-CC8.1',
      algorithm: 'consistent-sampler/1',
      stopRule: null,
      openFindings: [],
      expandedRisk: null,
    },
    ...{ proposedBy: 'ST' },
    ...{
      approvedBy: 'SN',
      approvedAt: '2026-07-08T16:00:00.000Z',
      drawnBy: 'ST',
      drawnAt: '2026-07-09T08:30:00.000Z',
    },
    items: Array.from({ length: items }, (_, index) => ({
      ...{ ordinal: index + 1, key, rowNumber: index + 2, occurredOn: null, stratum: null },
      ...({ status: 'selected', replaces: null, replacementReason: null } as const),
    })),
    itemsSha256: 'd'.repeat(64),
    ...overrides,
  };
}
