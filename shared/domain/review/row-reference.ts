/** What a row is called by the people who work on it: its reference, never its identity in the file. */
import { initialsOf } from '../engagement/team.ts';
import { fieldsOf, type EntityName } from '../journal/entities.ts';
import type { AnyFieldValue } from '../journal/field.ts';
import { find, type EngagementState } from '../journal/state.ts';
import { itemNumber } from '../sampling/plan-state.ts';

type References = { readonly [E in EntityName]?: (state: EngagementState, id: string) => string };

const references: References = {
  firm: (state, id) => find(state, 'firm', id)?.name ?? '',
  person: (state, id) => initialsOf(state, id),
  client: (state, id) => find(state, 'client', id)?.shortName ?? '',
  engagement: () => '',
  teamMember: (state, id) => {
    const member = find(state, 'teamMember', id);
    return `${initialsOf(state, member?.personId ?? null)}, ${member?.role ?? ''}`;
  },
  acceptanceAnswer: (state, id) => find(state, 'acceptanceAnswer', id)?.question ?? '',
  location: (state, id) => find(state, 'location', id)?.name ?? '',
  criterion: (state, id) => find(state, 'criterion', id)?.code ?? '',
  nonRelevantCriterion: (state, id) => find(state, 'nonRelevantCriterion', id)?.criterionCode ?? '',
  subserviceOrganization: (state, id) => find(state, 'subserviceOrganization', id)?.name ?? '',
  complementaryControl: (state, id) => find(state, 'complementaryControl', id)?.number ?? '',
  control: (state, id) => find(state, 'control', id)?.code ?? '',
  mapping: (state, id) => {
    const mapping = find(state, 'mapping', id);
    return `${codeOf(state, mapping?.controlId)} to ${mapping?.criterionCode ?? ''}`;
  },
  gateReason: (state, id) => find(state, 'gateReason', id)?.gate ?? '',
  workpaper: (state, id) => find(state, 'workpaper', id)?.ref ?? '',
  procedure: (state, id) => paperOf(state, find(state, 'procedure', id)?.workpaperId),
  evidenceRequest: (state, id) => find(state, 'evidenceRequest', id)?.code ?? '',
  evidenceFile: (state, id) => find(state, 'evidenceFile', id)?.originalName ?? '',
  evidenceLink: (state, id) => {
    const link = find(state, 'evidenceLink', id);
    return find(state, 'evidenceFile', link?.evidenceId ?? null)?.originalName ?? '';
  },
  population: (state, id) => {
    const population = find(state, 'population', id);
    return `${codeOf(state, population?.controlId)}, ${population?.title ?? ''}`;
  },
  populationFilter: (state, id) => find(state, 'populationFilter', id)?.code ?? '',
  findingAcceptance: (state, id) => find(state, 'findingAcceptance', id)?.words ?? '',
  ipeTest: (state, id) => find(state, 'ipeTest', id)?.direction ?? '',
  samplePlan: (state, id) => testOf(state, find(state, 'samplePlan', id)?.testId),
  sampleItem: (state, id) => itemOf(state, id),
  test: (state, id) => testOf(state, id),
  attribute: (state, id) => attributeOf(state, id),
  attributeResult: (state, id) => {
    const result = find(state, 'attributeResult', id);
    return `${itemOf(state, result?.itemId)}, attribute ${find(state, 'attribute', result?.attributeId ?? null)?.key ?? ''}`;
  },
  deviation: (state, id) => find(state, 'deviation', id)?.code ?? '',
  retest: (state, id) => {
    const code = find(state, 'deviation', find(state, 'retest', id)?.deviationId ?? null)?.code ?? '';
    return `Retest of ${code}`;
  },
  reviewNote: (state, id) => paperOf(state, find(state, 'reviewNote', id)?.workpaperId),
  noteResponse: (state, id) => {
    const note = find(state, 'reviewNote', find(state, 'noteResponse', id)?.noteId ?? null);
    return paperOf(state, note?.workpaperId);
  },
  signOff: (state, id) => {
    const signOff = find(state, 'signOff', id);
    return `${paperOf(state, signOff?.workpaperId)}, ${signOff?.level ?? ''}`;
  },
  conclusion: (state, id) => find(state, 'conclusion', id)?.criterionCode ?? '',
  letter: (state, id) => find(state, 'letter', id)?.kind ?? '',
  subsequentEvent: (state, id) => find(state, 'subsequentEvent', id)?.occurredOn ?? '',
  descriptionSection: (state, id) => find(state, 'descriptionSection', id)?.code ?? '',
  report: (state, id) => `version ${String(find(state, 'report', id)?.version ?? '')}`,
};

/** The reference of a row: `LA-02`, `CC6-03`, `DV-01`, initials, a file name; empty where the entity says it all. */
export const rowReference = (state: EngagementState, entity: EntityName, id: string): string =>
  references[entity]?.(state, id) ?? '';

const codeOf = (state: EngagementState, controlId: string | undefined): string =>
  find(state, 'control', controlId ?? null)?.code ?? '';

const paperOf = (state: EngagementState, paperId: string | undefined): string =>
  find(state, 'workpaper', paperId ?? null)?.ref ?? '';

function testOf(state: EngagementState, testId: string | undefined): string {
  const test = find(state, 'test', testId ?? null);
  return `${codeOf(state, test?.controlId)}, ${test?.phase ?? ''}`;
}

function itemOf(state: EngagementState, itemId: string | undefined): string {
  const item = find(state, 'sampleItem', itemId ?? null);
  const plan = find(state, 'samplePlan', item?.planId ?? null);
  const test = find(state, 'test', plan?.testId ?? null);
  return `${codeOf(state, test?.controlId)}, item ${item === undefined ? '' : String(itemNumber(state, item))}`;
}

function attributeOf(state: EngagementState, attributeId: string): string {
  const attribute = find(state, 'attribute', attributeId);
  const test = find(state, 'test', attribute?.testId ?? null);
  return `${codeOf(state, test?.controlId)}, ${attribute?.key ?? ''}`;
}

/** Lists that hold ids, and the entity that they are of. */
const idLists: Readonly<Record<string, EntityName>> = {
  controlIds: 'control',
  monitoringControlIds: 'control',
  compensatingControlIds: 'control',
};

/** A field's value as people know it: the reference in place of an id, everything else as it stands. */
export function valueReference(
  state: EngagementState,
  entity: EntityName,
  field: string,
  value: AnyFieldValue,
): AnyFieldValue {
  const described = fieldsOf(entity)[field];
  if (typeof value === 'string' && described?.kind === 'ref') {
    const to = described.to as EntityName; // the catalogue refers to its own entities only
    return rowReference(state, to, value) || value;
  }
  const listed = idLists[field];
  if (listed === undefined || typeof value !== 'object' || value === null) return value;
  return value.map((id) => rowReference(state, listed, id) || id);
}
