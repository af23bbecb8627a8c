import { concludeCriterion } from '../../shared/domain/criteria/conclusion.ts';
import type { DecisionContext } from '../../shared/domain/journal/decision.ts';
import type { FieldsOf } from '../../shared/domain/journal/entities.ts';
import type { Op } from '../../shared/domain/journal/entry.ts';
import { add } from '../../shared/domain/journal/ops.ts';
import type { EngagementState } from '../../shared/domain/journal/state.ts';
import { descriptionCriteria } from '../../shared/domain/report/description-sections.ts';
import { editReport } from '../../shared/domain/report/report-version.ts';
import { fileLetter, type LetterKind, type NewLetter } from '../../shared/domain/report/letter-filing.ts';
import { decideOpinion, type OpinionInput } from '../../shared/domain/report/opinion-decision.ts';
import { recordInquiry } from '../../shared/domain/report/subsequent-events.ts';
import type { PaperEntry } from '../../shared/domain/review/paper-history.ts';
import { signOff } from '../../shared/domain/review/sign-off.ts';
import type { SignOffLevel } from '../../shared/domain/review/sign-off-standing.ts';
import {
  after,
  changed,
  contextOf,
  day,
  entryAfter,
  fieldworkState,
  sha256,
  taken,
} from './domain-fixture.ts';
import { applyEntries } from '../../shared/domain/journal/reduce.ts';

/** A context in which a person of the fixture's team acts. */
export const as = (
  state: EngagementState,
  role: string,
  more: Partial<DecisionContext> = {},
): DecisionContext => contextOf(state, { actorId: `p-${role}`, ...more });

/** A deviation row; override what matters. */
export function deviationFields(overrides: Partial<FieldsOf<'deviation'>> = {}): FieldsOf<'deviation'> {
  return {
    code: 'DV-01',
    testId: 'test-operating',
    itemId: 'item-2',
    attributeId: 'attribute-A',
    nature: 'Access was disabled 4 days after the last day; the control allows 24 hours.',
    occurredOn: day('2026-02-03'),
    cause: 'The ticket was closed without the change.',
    extent: 'One of three items.',
    isolated: 'no',
    isolationProof: '',
    compensatingControlIds: [],
    effect: 'The account was not used after the last day.',
    evaluation: 'No compensating control exists; the rate stays tolerable.',
    deficiency: 'none',
    managementResponse: 'Closing a ticket now needs the change.',
    agreedBy: '',
    agreedOn: null,
    status: 'evaluated',
    reviewedBy: null,
    withdrawnReason: null,
    ...overrides,
  };
}

/** The engagement of the fixture with both tests of LA-02 concluded: a list of 184, three items, one attribute, no deviation. */
export function testedState(overrides: Partial<FieldsOf<'engagement'>> = {}): EngagementState {
  const state = after(fieldworkState(overrides), [
    memoOp('wp-memo', 'SUM-01', 'Summary memo'),
    add('procedure', 'procedure-1', {
      workpaperId: 'wp-design',
      nature: 'inspection',
      text: 'Inspected the ticket of one leaver',
      subject: 'Ticket',
      performedBy: 'p-staff',
      performedOn: day('2026-07-01'),
      result: 'As described.',
      withdrawn: false,
    }),
    add('attribute', 'attribute-A', {
      ...{ testId: 'test-operating', key: 'A', text: 'Access was disabled within 24 hours' },
      ...{ tickmark: '†', withdrawn: false },
    }),
    add('population', 'population-1', populationFields()),
    add('samplePlan', 'plan-1', planFields()),
    ...[1, 2, 3].flatMap((ordinal) => itemOps(ordinal)),
  ]);
  const concluded = {
    conclusion: 'effective',
    conclusionText: 'Works as described.',
    status: 'concluded',
  } as const;
  return changed(changed(state, 'test', 'test-design', concluded), 'test', 'test-operating', concluded);
}

function memoOp(id: string, ref: string, title: string): Op {
  return add('workpaper', id, {
    ...{ ref, title, kind: 'memo', controlId: null, body: 'All criteria are met.', assigneeId: null },
    ...{ dueDate: null, status: 'inProgress' },
  });
}

function populationFields(): FieldsOf<'population'> {
  return {
    ...{ controlId: 'control-1', coversFrom: null, coversTo: null },
    title: 'Employees and contractors who left',
    description: '',
    sourceSystem: 'HR system',
    query: 'leavers',
    extractedBy: 'HR analyst',
    extractedOn: day('2026-07-01'),
    evidenceId: null,
    fileSha256: sha256('list'),
    sheet: null,
    encoding: null,
    delimiter: null,
    columns: ['key', 'last day'],
    keyColumns: ['key'],
    dateColumn: 'last day',
    stratumColumn: null,
    rowsInFile: 184,
    recordCount: 184,
    populationSha256: sha256('population'),
    rowsSha256: sha256('rows'),
    shape: null,
    statedCount: 184,
    firstDate: day('2025-07-02'),
    lastDate: day('2026-06-29'),
    remarks: [],
    findings: [],
    reconciledSha256: sha256('population'),
    reconciledBy: 'p-staff',
    reconciledAt: '2026-07-02T09:00:00Z',
    status: 'reconciled',
    statusReason: null,
    zeroReason: null,
  };
}

function planFields(): FieldsOf<'samplePlan'> {
  return {
    populationId: 'population-1',
    testId: 'test-operating',
    parentId: null,
    basis: 'frequencyGuidance',
    risk: null,
    tolerableRate: null,
    expectedRate: null,
    ...{ guidance: null, interimRecords: null, interimItems: null, computedSize: 3 },
    chosenSize: 3,
    overrideReason: null,
    method: 'simpleRandom',
    seed: '314159',
    algorithm: 'consistent-sampler/1',
    stratumColumn: null,
    chosenKeys: [],
    allocation: [],
    selectionReason: null,
    stopRule: null,
    status: 'drawn',
    statusReason: null,
    approvedBy: 'p-senior',
    approvedAt: '2026-07-02T10:00:00Z',
    drawnBy: 'p-staff',
    drawnAt: '2026-07-02T11:00:00Z',
    drawnPopulationSha256: sha256('population'),
    openFindings: [],
    drawnPopulationCount: 184,
  };
}

function itemOps(ordinal: number): readonly Op[] {
  const id = `item-${String(ordinal)}`;
  return [
    add('sampleItem', id, {
      planId: 'plan-1',
      ordinal,
      populationKey: `L-${String(ordinal)}`,
      rowNumber: ordinal + 1,
      occurredOn: day('2026-02-03'),
      stratum: null,
      status: 'selected',
      replacementOf: null,
      replacementReason: null,
    }),
    add('attributeResult', `result-${String(ordinal)}`, {
      itemId: id,
      attributeId: 'attribute-A',
      result: 'pass',
      note: '',
      observation: 'Seen in the system.',
      testedOn: day('2026-07-03'),
      testedBy: 'p-staff',
    }),
  ];
}

/** The state in which item 2 deviates, with its evaluated deviation. */
export function deviatingState(): EngagementState {
  const state = changed(testedState(), 'attributeResult', 'result-2', { result: 'deviation' });
  const concluded = changed(state, 'test', 'test-operating', { conclusion: 'effectiveWithDeviations' });
  return after(concluded, [add('deviation', 'deviation-1', deviationFields())]);
}

const signers: readonly (readonly [SignOffLevel, string])[] = [
  ['preparer', 'staff'],
  ['reviewer', 'senior'],
  ['manager', 'manager'],
  ['partner', 'partner'],
];

/** The state in which a workpaper is signed up to a level, each level by its person. */
export function signedUpTo(state: EngagementState, paperId: string, level: SignOffLevel): EngagementState {
  const last = signers.findIndex(([name]) => name === level);
  return signers.slice(0, last + 1).reduce((before, [name, role]) => {
    const input = { workpaperId: paperId, level: name, contentHash: null };
    return taken(before, signOff(as(before, role), input, new Set(['p-staff'])), `p-${role}`);
  }, state);
}

/** All papers of the fixture at manager level, the memo at partner level. */
export function approvedState(state: EngagementState): EngagementState {
  const papers = ['wp-design', 'wp-operating'].reduce(
    (before, id) => signedUpTo(before, id, 'manager'),
    state,
  );
  return signedUpTo(papers, 'wp-memo', 'partner');
}

/** A conclusion that a criterion is met. */
export const met: Parameters<typeof concludeCriterion>[2] = {
  result: 'met',
  failedBy: null,
  rationale: 'All mapped controls were effective.',
  reliesOnUserControls: false,
  reliesOnSubserviceControls: false,
  compensatingControlIds: [],
};

/** The state in which both criteria are concluded. */
export function concludedCriteria(state: EngagementState, input = met): EngagementState {
  return ['CC6.2', 'CC6.3'].reduce(
    (before, code) => taken(before, concludeCriterion(as(before, 'manager'), code, input), 'p-manager'),
    state,
  );
}

/** An unmodified opinion for a Type II report. */
export const unmodified: OpinionInput = {
  description: 'unmodified',
  design: 'unmodified',
  operation: 'unmodified',
  evidenceMissing: false,
  evidenceMissingText: '',
  pervasive: false,
  pervasiveRationale: '',
  basis: '',
};

/** A letter of the fixture's client; override what matters. */
export function letter(kind: LetterKind, overrides: Partial<NewLetter> = {}): NewLetter {
  return {
    kind,
    date: day('2026-07-10'),
    signatories: [{ name: 'R. Roe', title: 'Chief Executive Officer' }],
    coversFrom: day('2025-07-01'),
    coversTo: day('2026-06-30'),
    asOfDate: null,
    systemName: 'Managed Hosting Platform',
    categories: ['Security'],
    subserviceId: null,
    exceptions: '',
    ...overrides,
  };
}

/** The state with a letter on file. */
export function withLetter(state: EngagementState, filed: NewLetter): EngagementState {
  const file = {
    sha256: sha256(filed.kind),
    originalName: `${filed.kind}.pdf`,
    size: 10,
    mime: 'application/pdf',
  };
  return taken(state, fileLetter(as(state, 'manager'), filed, file), 'p-manager');
}

/** The state with every description criterion answered. */
export function describedState(state: EngagementState): EngagementState {
  const ops = descriptionCriteria.map(({ code }) =>
    add('descriptionSection', `section-${code}`, {
      code,
      text: ['DC4', 'DC6', 'DC7', 'DC8', 'DC9'].includes(code) ? '' : `What ${code} asks for.`,
      noneToReport: ['DC4', 'DC6', 'DC7', 'DC8', 'DC9'].includes(code),
      misstated: false,
      misstatement: '',
    }),
  );
  return after(state, ops);
}

/** A Type II engagement in wrap-up in which every gate before the signature holds; the report is dated 10 July 2026. */
export function readyState(start: EngagementState = testedState()): EngagementState {
  const concluded = describedState(concludedCriteria(approvedState(start)));
  const lettered = ['assertion' as const, 'representation' as const].reduce(
    (before, kind) => withLetter(before, letter(kind)),
    concluded,
  );
  const inquiry = { coversTo: day('2026-07-10'), text: 'Asked the chief executive; nothing occurred.' };
  const asked = taken(lettered, recordInquiry(as(lettered, 'manager'), inquiry), 'p-manager');
  const decided = taken(asked, decideOpinion(as(asked, 'partner'), unmodified), 'p-partner');
  const wrapped = changed(decided, 'engagement', 'engagement-1', { status: 'wrapUp' });
  const dated = editReport(as(wrapped, 'manager', { newId: () => 'report-1' }), null, {
    reportDate: day('2026-07-10'),
  });
  return taken(wrapped, dated, 'p-manager');
}

/** A journal that remembers its entries, as the history of a workpaper needs them. */
export function recording(start: EngagementState) {
  let state = start;
  const entries: PaperEntry[] = [];
  return {
    state: () => state,
    entries: (): readonly PaperEntry[] => entries,
    act(ops: readonly Op[], actor = 'p-staff'): string {
      const item = entryAfter(state, ops, actor);
      const applied = applyEntries(state, [item]);
      if (!applied.ok) throw new Error(applied.error.reason);
      state = applied.value;
      const { at, kind } = item.entry;
      entries.push({ position: entries.length + 1, hash: item.hash, at, actor, kind, ops });
      return item.hash;
    },
  };
}
