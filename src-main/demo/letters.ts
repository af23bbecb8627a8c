import type { Company } from './company.ts';
import { fillText } from './company.ts';
import { writeInto } from './evidence/evidence-folder.ts';
import { paperPdf } from './format/paper.ts';
import type { SampleLetter } from './sample-inputs.ts';

type EngagementType = 'I' | 'II';

/** The dates that a letter covers, in words: "as of June 30, 2026" or "throughout July 1, 2025 to June 30, 2026". */
function coverageWords(company: Company, type: EngagementType): string {
  const { I, II } = company.engagements;
  return type === 'I'
    ? `as of ${longDate(I.asOfDate)}`
    : `throughout the period ${longDate(II.periodStart)} to ${longDate(II.periodEnd)}`;
}

/** Paragraphs of management's assertion: design for Type I, design and operation for Type II. */
function assertionParagraphs(company: Company, type: EngagementType): readonly string[] {
  const { opening, points, operation, carveOut } = company.assertion;
  const values = letterValues(company, type);
  const kept = type === 'I' ? points : [...points, operation];
  return [opening, 'We assert that:', ...kept, carveOut].map((text) => fillText(text, values));
}

/** Writes engagement letter, assertion and representation letter of both engagements as signed papers of the client. */
export async function writeLetters(folder: string, company: Company): Promise<readonly SampleLetter[]> {
  const letters: SampleLetter[] = [];
  for (const type of ['I', 'II'] as const) {
    for (const kind of ['engagement', 'assertion', 'representation'] as const) {
      letters.push(await writeLetter(folder, company, { kind, type }));
    }
  }
  return letters;
}

interface LetterPlace {
  readonly kind: SampleLetter['kind'];
  readonly type: EngagementType;
}

async function writeLetter(
  folder: string,
  company: Company,
  { kind, type }: LetterPlace,
): Promise<SampleLetter> {
  const engagement = company.engagements[type];
  const date = kind === 'engagement' ? engagement.engagementLetterDate : engagement.reportDate;
  const signatories = company.client.contacts.slice(0, 2).map(({ name, title }) => ({ name, title }));
  const title = {
    engagement: 'Engagement letter',
    assertion: "Management's assertion",
    representation: 'Representation letter',
  }[kind];
  const paragraphs = [
    `${company.client.legalName}, ${longDate(date)}`,
    `${company.systemName}, SOC 2 Type ${type}, ${coverageWords(company, type)}, ${company.categories.join(', ')}`,
    ...letterText(company, { kind, type }),
    ...signatories.map((person) => `Signed: ${person.name}, ${person.title}`),
  ];
  const file = `letters/type-${type.toLowerCase()}-${kind}.pdf`;
  writeInto(
    folder,
    file,
    await paperPdf(
      title,
      date,
      paragraphs.map((text) => ({ kind: 'paragraph', text })),
    ),
  );
  return { kind, engagement: type, file, date, signatories };
}

function letterText(company: Company, { kind, type }: LetterPlace): readonly string[] {
  if (kind === 'assertion') return assertionParagraphs(company, type);
  const texts = kind === 'engagement' ? company.engagementLetter : company.representation;
  return texts.map((text) => fillText(text, letterValues(company, type)));
}

/** Values for the open places of the letters and memos of one engagement. */
export function letterValues(company: Company, type: EngagementType): Readonly<Record<string, string>> {
  const { I, II } = company.engagements;
  return {
    client: company.client.legalName,
    firm: company.firm.name,
    system: company.systemName,
    when: coverageWords(company, type),
    type,
    end: longDate(type === 'I' ? I.asOfDate : II.periodEnd),
    reportDate: longDate(company.engagements[type].reportDate),
  };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function longDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${MONTHS[Number(month) - 1] ?? ''} ${String(Number(day))}, ${year}`;
}
