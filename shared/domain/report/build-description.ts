/** Section III from the client's texts, the scope and the commitments. */
import { formatDate } from '../../lib/plain-date.ts';
import { engagementOf } from '../engagement/team.ts';
import { all, type EngagementState } from '../journal/state.ts';
import { sectionOf, type DescriptionCode } from './description-sections.ts';
import type { ComponentGroup, DescriptionFacts, ReportCategory, ReportCommitment } from './report-facts.ts';
import { subsequentEvents } from './subsequent-events.ts';

/** Paragraphs of a text: an empty line parts them; a single line end is a space. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** The description as management gives it. */
export function buildDescription(state: EngagementState): DescriptionFacts {
  const textOf = (code: DescriptionCode): readonly string[] =>
    paragraphsOf(sectionOf(state, code)?.text ?? '');
  const [scope] = all(state, 'scope');
  return {
    services: textOf('DC1'),
    commitmentsIntroduction: textOf('DC2'),
    commitments: commitments(state),
    componentsIntroduction: [...textOf('DC3'), ...paragraphsOf(scope?.boundary ?? '')],
    components: components(state),
    incidentsStatement: [...textOrNone(state, 'DC4'), ...disclosedEvents(state)],
    incidents: [],
    controlsStatement: textOf('DC5'),
    userEntityStatement: textOf('DC6'),
    subserviceStatement: textOf('DC7'),
    notRelevantStatement: textOf('DC8'),
    changesStatement: textOrNone(state, 'DC9'),
    changes: [],
  };
}

/** "Nothing to report" has to be said, in words. */
const noneWords = {
  I: {
    DC4: 'As of the date of this description, no incident was known that came from a failed control or kept a commitment from being met.',
    DC9: '',
  },
  II: {
    DC4: 'No incident of the period came from a failed control or kept a commitment from being met.',
    DC9: 'No relevant change of the system or its controls took place in the period.',
  },
} as const;

function textOrNone(state: EngagementState, code: 'DC4' | 'DC9'): readonly string[] {
  const section = sectionOf(state, code);
  if (section?.noneToReport !== true) return paragraphsOf(section?.text ?? '');
  return [noneWords[engagementOf(state)?.type ?? 'II'][code]];
}

/** Events after the end that the description discloses. */
function disclosedEvents(state: EngagementState): readonly string[] {
  return subsequentEvents(state)
    .filter((event) => event.effect !== 'none')
    .map((event) => `After the end, on ${formatDate(event.occurredOn)}: ${event.description.trim()}`);
}

function commitments(state: EngagementState): readonly ReportCommitment[] {
  const rows = all(state, 'commitment').filter((row) => !row.withdrawn);
  const numbered = (kind: 'commitment' | 'requirement', letter: string): readonly ReportCommitment[] =>
    rows
      .filter((row) => row.kind === kind)
      .map((row, index) => ({
        number: `${letter}-${String(index + 1)}`,
        kind,
        text: row.text,
        categories: row.categories.map(printedCategory),
      }));
  return [...numbered('commitment', 'SC'), ...numbered('requirement', 'SR')];
}

/** Categories on record differ from the printed ones in one capital only. */
const printedCategory = (category: string): ReportCategory =>
  (/^processing\s*integrity$/i.test(category) ? 'Processing integrity' : category) as ReportCategory; // the contract lets only categories pass

const scopeGroups = [
  ['Infrastructure', 'infrastructure'],
  ['Software', 'software'],
  ['People', 'people'],
  ['Procedures', 'procedures'],
  ['Data', 'data'],
] as const;

function components(state: EngagementState): readonly ComponentGroup[] {
  const [scope] = all(state, 'scope');
  const places = all(state, 'location')
    .filter((row) => !row.withdrawn)
    .map((row) => (row.purpose.trim() === '' ? row.name : `${row.name}: ${row.purpose}`));
  const own =
    scope === undefined
      ? []
      : scopeGroups.map(([title, field]) => [title, paragraphsOf(scope[field])] as const);
  return [...own, ['Locations', places] as const]
    .filter(([, paragraphs]) => paragraphs.length > 0)
    .map(([title, paragraphs]) => ({ title, paragraphs, rows: [] }));
}
