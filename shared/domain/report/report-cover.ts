/** The cover: firm, client, kind and the facts that a reader looks for first. */
import { dateOrOpen, capitalized, spanInFull } from './report-words.ts';
import type { ReportFacts } from './report-facts.ts';
import type { Cover } from './report-model.ts';
import type { WordingReader } from './report-wording.ts';

/** Writes the cover. */
export function writeCover(facts: ReportFacts, reader: WordingReader): Cover {
  const { firm, span, region } = facts;
  const place = `${firm.city}, ${firm.state}`;
  return {
    firm: { name: firm.name, designation: firm.designation, logo: firm.logo },
    place: firm.designation === null ? place : `${firm.designation} · ${place}`,
    client: facts.client.legalName,
    kind: `SOC 2 Type ${span.type} report`,
    subtitle: reader.words(`cover.subtitle.${span.type}`),
    rows: [
      { label: span.type === 'I' ? 'As of' : 'Period', value: spanInFull(span, region), strong: true },
      { label: 'Categories', value: facts.categories.join(', '), strong: false },
      { label: 'System', value: facts.systemName, strong: false },
      ...subserviceRows(facts),
      { label: 'Report date', value: capitalized(dateOrOpen(facts.reportDate, region)), strong: false },
      { label: 'Use', value: reader.words('cover.use'), strong: false },
    ],
  };
}

function subserviceRows(facts: ReportFacts): Cover['rows'] {
  const all = facts.subserviceOrganizations;
  if (all.length === 0) return [];
  const value = all
    .map((one) => `${one.name} (${one.method === 'carveOut' ? 'carved out' : 'included'})`)
    .join('; ');
  const label = all.length === 1 ? 'Subservice organization' : 'Subservice organizations';
  return [{ label, value, strong: false }];
}
