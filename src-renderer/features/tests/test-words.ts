import type { Output } from '../../app/client.ts';
import type { StatusKind } from '../../ui/status/StatusChip.tsx';

/** A control with its tests. */
export type ControlRow = Output<'control.list'>[number];
/** A test of a control, if it has one. */
export type TestPart = ControlRow['design'];

const conclusions: Readonly<Record<string, { readonly kind: StatusKind; readonly label: string }>> = {
  effective: { kind: 'done', label: 'Effective' },
  effectiveWithDeviations: { kind: 'flagged', label: 'Effective, with deviations' },
  notEffective: { kind: 'blocks', label: 'Not effective' },
  notTested: { kind: 'none', label: 'Not tested' },
  didNotOperate: { kind: 'none', label: 'Did not operate' },
};

/** The state of a test as a chip. */
export function testStanding(test: TestPart): { readonly kind: StatusKind; readonly label: string } {
  if (test === null) return { kind: 'none', label: 'No test' };
  if (test.conclusion !== null && test.status !== 'inProgress') {
    return conclusions[test.conclusion] ?? { kind: 'done', label: 'Concluded' };
  }
  return test.status === 'notStarted'
    ? { kind: 'not-yet', label: 'Not started' }
    : { kind: 'under-way', label: 'In progress' };
}
