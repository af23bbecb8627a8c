import type { ControlSpec } from '../demo-data.ts';
import type { EvidenceFolder } from '../evidence/evidence-folder.ts';
import { fillText } from '../company.ts';
import type { BuiltPopulation } from '../population/build-population.ts';
import type { Walkthrough } from './build-controls.ts';

const CAPTURED_AT = '2026-06-25T10:00:00';
const RECEIVED_AT = '2026-06-26';

/** Picks the walked-through instance (for a large list its latest clean row that the sample does not hold) and files its evidence. */
export async function walkThrough(
  spec: ControlSpec,
  population: BuiltPopulation | undefined,
  evidence: EvidenceFolder,
): Promise<Walkthrough> {
  const { kind, source, seen } = spec.walkthrough;
  const row = population === undefined ? undefined : cleanRow(population);
  const places = { key: row?.key ?? '', date: row?.at.slice(0, 10) ?? '' };
  const instance = fillText(spec.walkthrough.instance, places);
  const date = fillText(spec.walkthrough.date, places);
  const rows = row === undefined ? [] : Object.entries(row.cells).map(([field, value]) => [field, value]);
  const id = await evidence.add(
    {
      title: instance,
      source,
      capturedAt: CAPTURED_AT,
      capturedBy: spec.ownerTitle,
      facts: [
        ['Control', spec.id],
        ['Date of the instance', date],
        ['Owner', spec.ownerTitle],
        ['Shown', seen],
      ],
      paragraphs: [spec.text],
      header: rows.length === 0 ? [] : ['field', 'value'],
      rows,
    },
    { controlId: spec.id, use: 'walkthrough', kind, from: date, to: date, receivedAt: RECEIVED_AT },
  );
  return { instance, date, evidenceIds: [id] };
}

function cleanRow(population: BuiltPopulation): BuiltPopulation['rows'][number] {
  const { rowsInPeriod, drawn, judge } = population;
  const isClean = (row: BuiltPopulation['rows'][number]): boolean =>
    row.at < '2026-06-25' && !Object.values(judge(row.cells)).includes('deviation');
  const free = rowsInPeriod.filter((row) => !drawn.includes(row) && isClean(row));
  const row = (free.length > 0 ? free : rowsInPeriod.filter(isClean)).reduce((latest, next) =>
    next.at > latest.at ? next : latest,
  );
  return row;
}
