/** Section II: management's assertion, and that of each subservice organization that is included. Source: e.3. */
import { block, blockFrom, organizationSlots, subserviceBlocks } from './report-letter.ts';
import { included } from './report-slots.ts';
import { paragraph, plain } from './report-text.ts';
import type { Block, Spans } from './report-text.ts';
import { capitalized, dateOrOpen } from './report-words.ts';
import type { Officer, ReportFacts, SubserviceOrganization } from './report-facts.ts';
import type { Letter, LetterBlock } from './report-model.ts';
import type { PlainDate } from '../../lib/plain-date.ts';
import type { WordingReader } from './report-wording.ts';

/** The assertions of Section II, management's first. */
export function writeAssertions(facts: ReportFacts, reader: WordingReader): readonly Letter[] {
  return [
    managementsAssertion(facts, reader),
    ...included(facts).map((one) => organizationsAssertion(one, facts, reader)),
  ];
}

function managementsAssertion(facts: ReportFacts, reader: WordingReader): Letter {
  const { exceptions, officers, date } = facts.assertion;
  const hasExceptions = exceptions.length > 0;
  const statement = reader.paragraphs('assertion.statement', {
    exceptionClause: hasExceptions ? ' and except for the matters stated below' : '',
  });
  return {
    title: reader.words('title.assertion'),
    blocks: [
      blockFrom(reader, 'assertion.introduction', [], {
        andSoOn: facts.span.type === 'I' ? ' and implemented' : ', implemented and operated',
      }),
      ...subserviceBlocks(facts, reader, 'assertion'),
      ...userEntityBlocks(facts, reader),
      {
        ...block(
          reader.heading('assertion.statement'),
          [],
          [...statement, clauseList(facts, reader, 'assertion')],
        ),
        keepTogether: true,
      },
      ...(hasExceptions
        ? [
            block(
              reader.heading('assertion.exceptions'),
              [],
              exceptions.map((text) => paragraph(text)),
            ),
          ]
        : []),
    ],
    signature: signatureOf(facts.client.legalName, officers, date, facts),
  };
}

function userEntityBlocks(facts: ReportFacts, reader: WordingReader): readonly LetterBlock[] {
  return facts.userEntityControls.length === 0 ? [] : [blockFrom(reader, 'assertion.userEntityControls', [])];
}

function organizationsAssertion(
  organization: SubserviceOrganization,
  facts: ReportFacts,
  reader: WordingReader,
): Letter {
  const key = 'assertion.organization.statement';
  const officers = organization.assertion?.officers ?? [];
  return {
    title: `${reader.words('title.assertion')} of ${organization.name}`,
    blocks: [
      {
        ...block(
          reader.heading(key, organizationSlots(organization)),
          [],
          [
            ...reader.paragraphs(key, organizationSlots(organization)),
            clauseList(facts, reader, 'assertion.organization'),
          ],
        ),
        keepTogether: true,
      },
    ],
    signature: signatureOf(organization.name, officers, organization.assertion?.date ?? null, facts),
  };
}

/** Parts (a), (b) and, for Type II, (c). */
function clauseList(facts: ReportFacts, reader: WordingReader, prefix: string): Block {
  const parts = facts.span.type === 'I' ? ['description', 'design'] : ['description', 'design', 'operation'];
  const items = parts.map((part, index): Spans => [
    ...reader.phrase(`${prefix}.${part}`),
    plain(index === parts.length - 1 ? '.' : ';'),
  ]);
  return { kind: 'list', marker: 'letters', start: 1, items };
}

function signatureOf(
  name: string,
  officers: readonly Officer[],
  date: PlainDate | null,
  facts: ReportFacts,
): Letter['signature'] {
  return {
    elements: [],
    hand: name,
    lines: [name, capitalized(dateOrOpen(date, facts.region))],
    officers,
  };
}
