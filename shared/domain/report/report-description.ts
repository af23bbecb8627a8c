/** Section III by description criteria DC1 to DC9, in management's words. Source: reference work, e.5. */
import { organizationSlots } from './report-letter.ts';
import { anchorPart, controlAnchor, criterionAnchor, partAnchor, paragraph, plain } from './report-text.ts';
import type { Block, DescriptionBlock, ProseTable, Span, Spans } from './report-text.ts';

import type { ComplementaryControl, ReportFacts, SubserviceOrganization } from './report-facts.ts';
import type { DescriptionPart } from './report-model.ts';
import type { WordingReader } from './report-wording.ts';

/** Anchor of the row of an assumed control. */
export const complementaryAnchor = (number: string): string => `assumed-${anchorPart(number)}`;

/** Writes the parts of Section III; DC9 only for Type II. */
export function writeDescription(facts: ReportFacts, reader: WordingReader): readonly DescriptionPart[] {
  const { description: own } = facts;
  const several = facts.subserviceOrganizations.length > 1;
  const parts: readonly (readonly [string, readonly DescriptionBlock[]])[] = [
    ['Services', paragraphs(own.services)],
    ['Commitments and requirements', [...paragraphs(own.commitmentsIntroduction), ...commitmentTable(facts)]],
    ['Components', [...paragraphs(own.componentsIntroduction), ...componentBlocks(facts)]],
    ['Incidents', [...paragraphs(own.incidentsStatement), ...incidentTable(facts)]],
    ['Criteria and controls', [...paragraphs(own.controlsStatement), ...controlsBlocks(reader)]],
    ['Controls of user entities', userEntityBlocks(facts, reader)],
    [several ? 'Subservice organizations' : 'Subservice organization', subserviceBlocks(facts, reader)],
    ['Criteria not relevant', notRelevantBlocks(facts, reader)],
    ...(facts.span.type === 'II'
      ? [['Changes in the period', [...paragraphs(own.changesStatement), ...changeTable(facts)]] as const]
      : []),
  ];
  return parts.map(([heading, blocks], index) => ({
    dc: `DC${String(index + 1)}`,
    heading,
    anchor: partAnchor(index + 1),
    blocks,
  }));
}

const paragraphs = (texts: readonly string[]): readonly Block[] => texts.map((text) => paragraph(text));

function table(
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly Spans[])[],
  anchors: readonly (string | null)[] = rows.map(() => null),
): readonly ProseTable[] {
  if (rows.length === 0) return [];
  return [{ kind: 'table', columns: columns.map(([title, share]) => ({ title, share })), rows, anchors }];
}

function commitmentTable(facts: ReportFacts): readonly ProseTable[] {
  const rows = facts.description.commitments.map((commitment): readonly Spans[] => [
    [plain(commitment.number)],
    [plain(commitment.text)],
    [plain(sentenceCase(commitment.categories))],
  ]);
  return table(
    [
      ['Number', 0],
      ['Commitment or requirement', 7],
      ['Category', 3],
    ],
    rows,
  );
}

const sentenceCase = (names: readonly string[]): string =>
  names.map((name, index) => (index === 0 ? name : name.toLowerCase())).join(', ');

function componentBlocks(facts: ReportFacts): readonly DescriptionBlock[] {
  return facts.description.components.flatMap((group): readonly DescriptionBlock[] => [
    { kind: 'heading', text: group.title },
    ...paragraphs(group.paragraphs),
    ...table(
      [
        ['Component', 28],
        ['Purpose', 42],
        ['Place', 30],
      ],
      group.rows.map((row) => [[plain(row.name)], [plain(row.purpose)], [plain(row.place)]]),
    ),
  ]);
}

function incidentTable(facts: ReportFacts): readonly ProseTable[] {
  return table(
    [
      ['When', 20],
      ['What happened', 30],
      ['Effect', 25],
      ['Handling', 25],
    ],
    facts.description.incidents.map((incident) => [
      [plain(incident.when)],
      [plain(incident.nature)],
      [plain(incident.effect)],
      [plain(incident.handling)],
    ]),
  );
}

function controlsBlocks(reader: WordingReader): readonly Block[] {
  const spans = reader.phrase('description.controls', {
    criteriaPage: [{ kind: 'page', target: 'section-criteria' }],
  });
  return [{ kind: 'paragraph', spans }];
}

/** What management says, or where it says nothing, the usual words. */
function saidOr(statement: readonly Block[], usual: string, reader: WordingReader): readonly Block[] {
  return statement.length > 0 ? statement : [{ kind: 'paragraph', spans: reader.phrase(usual) }];
}

function userEntityBlocks(facts: ReportFacts, reader: WordingReader): readonly DescriptionBlock[] {
  const controls = facts.userEntityControls;
  const statement = paragraphs(facts.description.userEntityStatement);
  if (controls.length === 0) return saidOr(statement, 'description.userEntityControls.none', reader);
  return [
    ...saidOr(statement, 'description.userEntityControls', reader),
    ...assumedTable('Control of the user entity', controls),
  ];
}

function assumedTable(title: string, controls: readonly ComplementaryControl[]): readonly ProseTable[] {
  return table(
    [
      ['Number', 0],
      [title, 70],
      ['Criteria', 30],
    ],
    controls.map((control) => [
      [plain(control.number)],
      [plain(control.text)],
      criteriaLinks(control.criteria),
    ]),
    controls.map((control) => complementaryAnchor(control.number)),
  );
}

function subserviceBlocks(facts: ReportFacts, reader: WordingReader): readonly DescriptionBlock[] {
  const statement = paragraphs(facts.description.subserviceStatement);
  if (facts.subserviceOrganizations.length === 0)
    return saidOr(statement, 'description.subservice.none', reader);
  return [
    ...statement,
    ...facts.subserviceOrganizations.flatMap((organization) =>
      organizationBlocks(organization, facts, reader),
    ),
  ];
}

function organizationBlocks(
  organization: SubserviceOrganization,
  facts: ReportFacts,
  reader: WordingReader,
): readonly DescriptionBlock[] {
  const slots = organizationSlots(organization);
  const isCarvedOut = organization.method === 'carveOut';
  return [
    { kind: 'paragraph', spans: reader.phrase(`description.subservice.${organization.method}`, slots) },
    ...(isCarvedOut ? assumedTable('Kind of control assumed', organization.complementaryControls) : []),
    ...monitoringBlocks(organization, facts, reader),
  ];
}

/** Names the controls by which the client watches over the organization, where there are any. */
function monitoringBlocks(
  organization: SubserviceOrganization,
  facts: ReportFacts,
  reader: WordingReader,
): readonly Block[] {
  const known = new Set(facts.controls.map((control) => control.id));
  const ids = organization.monitoringControls.filter((id) => known.has(id));
  if (ids.length === 0) return [];
  const lead = reader.phrase('description.subservice.monitoring', organizationSlots(organization));
  const links = joinLinks(
    ids.map((id) => ({ target: controlAnchor(id), text: id })),
    'brackets',
  );
  const word = ids.length === 1 ? 'control\u00a0' : 'controls\u00a0';
  return [{ kind: 'paragraph', spans: [...lead, plain(word), ...links, plain('.')] }];
}

function notRelevantBlocks(facts: ReportFacts, reader: WordingReader): readonly DescriptionBlock[] {
  const left = facts.criteria.filter((criterion) => criterion.notRelevant !== null);
  const statement = paragraphs(facts.description.notRelevantStatement);
  if (left.length === 0) return saidOr(statement, 'description.notRelevant.none', reader);
  return [
    ...saidOr(statement, 'description.notRelevant', reader),
    ...table(
      [
        ['Criterion', 32],
        ['Reason', 68],
      ],
      left.map((criterion) => [
        [
          { kind: 'link', target: criterionAnchor(criterion.id), text: criterion.id, page: 'none' },
          plain(` ${criterion.title}`),
        ],
        [plain(criterion.notRelevant ?? '')],
      ]),
    ),
  ];
}

function changeTable(facts: ReportFacts): readonly ProseTable[] {
  return table(
    [
      ['When', 22],
      ['Change', 52],
      ['Concerns', 26],
    ],
    facts.description.changes.map((change) => [
      [plain(change.when)],
      [plain(change.text)],
      joinLinks(
        [
          ...change.criteria.map((id) => ({ target: criterionAnchor(id), text: id })),
          ...change.controls.map((id) => ({ target: controlAnchor(id), text: id })),
        ],
        'none',
      ),
    ]),
  );
}

/** Criteria as links beside each other. */
export const criteriaLinks = (ids: readonly string[]): Spans =>
  joinLinks(
    ids.map((id) => ({ target: criterionAnchor(id), text: id })),
    'none',
  );

/** Links with commas between them. */
export function joinLinks(
  links: readonly { readonly target: string; readonly text: string }[],
  page: 'none' | 'brackets',
): Spans {
  return links.flatMap(({ target, text }, index): Span[] => [
    ...(index === 0 ? [] : [plain(', ')]),
    { kind: 'link', target, text, page },
  ]);
}
