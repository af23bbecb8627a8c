import type { HeatCell, HeatRow } from '../../src-renderer/ui/chart/heat-cell.ts';
import type { TimelineMark, TimelineRow } from '../../src-renderer/ui/chart/timeline-row.ts';
import type { GateMessage } from '../../src-renderer/ui/gate/gate-message.ts';

const go = (): void => undefined;

function gate(
  code: string,
  headline: string,
  message: string,
  label: string,
  kind: 'block' | 'warning' = 'block',
): GateMessage {
  return { code, kind, headline, message, actions: [{ label, onPress: go }] };
}

export const BLOCKS: readonly GateMessage[] = [
  gate(
    'P1',
    'No control covers CC9.2',
    'VEN-01 was retired on 9 Jul; Alder Cloud is left without a monitoring control (P2)',
    'Map a control',
  ),
  gate(
    'T3',
    '1 deviation has no evaluation',
    'LA-02, item 7, attribute B: access disabled after 4 days',
    'Evaluate',
  ),
  gate(
    'N1',
    'Reconcile the population for completeness and accuracy before you draw a sample',
    'BCK-02 restore tests: no accuracy test on record',
    'Add test',
  ),
  gate(
    'S5',
    'No item falls in Oct to Dec 2025',
    'HR-01 background checks: 10 items of 96, none in the second quarter of the period',
    'Give reason',
    'warning',
  ),
];

export const MINE: readonly (readonly [string, string, string])[] = [
  ['LA-02', 'Operating test, 75 of 80 cells', 'today'],
  ['CC7-02', 'Note from MR on alert routing', '2 days'],
  ['CHG-01', 'Operating test, 118 of 180 cells', '17 Jul'],
  ['BCK-02', 'Population received, not reconciled', '20 Jul'],
  ['R-044', 'Request to client, due in 3 days', '17 Jul'],
  ['NET-01', 'Operating test, not started', '24 Jul'],
];

const START = Date.UTC(2025, 6, 1);
const DAY = 86_400_000;

/** Marks on days that depend only on the seed. */
function marks(count: number, seed: number, open: number, deviation = -1): readonly TimelineMark[] {
  return Array.from({ length: count }, (_, index) => {
    const day = Math.floor(((index + ((seed * (index + 3)) % 7) / 9) / count) * 364);
    const date = new Date(START + day * DAY).toISOString().slice(0, 10);
    const state = index === deviation ? 'deviation' : (index * seed) % 10 < open ? 'not-tested' : 'tested';
    return { date, state, label: `Item ${String(index + 1)}, ${date}` };
  });
}

function items(reference: string, label: string, found: readonly TimelineMark[], total: number): TimelineRow {
  return {
    id: reference,
    reference,
    label,
    content: { kind: 'items', marks: found, showsEmptyQuarters: true },
    drawn: found.length,
    total,
  };
}

export const TIMELINE_ROWS: readonly TimelineRow[] = [
  items('LA-01', 'Provisioning', marks(25, 3, 0), 312),
  items('LA-02', 'Termination', marks(20, 7, 2, 11), 184),
  items('LA-04', 'Access review', marks(4, 2, 1), 4),
  items(
    'HR-01',
    'Background check',
    marks(10, 5, 0).filter((mark) => mark.date < '2025-10-01' || mark.date > '2025-12-31'),
    96,
  ),
  items('CHG-01', 'Change', marks(45, 3, 3, 28), 1206),
  items('LOG-01', 'Log review, daily', marks(364, 3, 0, 200), 365),
  items('BCK-01', 'Backups', marks(30, 1, 10), 365),
  {
    id: 'LA-07',
    reference: 'LA-07',
    label: 'Multi-factor',
    content: { kind: 'setting', changes: ['2025-07-08', '2026-02-10'] },
    drawn: 2,
    total: 2,
  },
];

const SERIES: readonly (readonly [string, string, string])[] = [
  ['CC1', 'Control environment', '24421'],
  ['CC2', 'Communication', '212'],
  ['CC3', 'Risk assessment', '3221'],
  ['CC4', 'Monitoring', '11'],
  ['CC5', 'Control activities', '102'],
  ['CC6', 'Logical, physical access', '11200010'],
  ['CC7', 'System operations', '10221'],
  ['CC8', 'Change management', '1'],
  ['CC9', 'Risk mitigation', '1x'],
  ['A1', 'Availability', '001'],
  ['C1', 'Confidentiality', '4n'],
];

function heatCell(series: string, letter: string, index: number): HeatCell {
  const code = `${series.replace(/^[A-Z]+/, '')}.${String(index + 1)}`;
  const fullCode = `${series}.${String(index + 1)}`;
  const base = { id: fullCode, code, fullCode };
  if (letter === 'x') return { ...base, state: 'uncovered', step: 0, words: '0 of 1 tests concluded' };
  if (letter === 'n') return { ...base, state: 'not-relevant', step: 0, words: 'no tests' };
  const steps: Readonly<Record<string, HeatCell['step']>> = { '1': 1, '2': 2, '3': 3, '4': 4 };
  const step = steps[letter] ?? 0;
  return {
    ...base,
    state: step === 4 ? 'concluded' : 'counted',
    step,
    words: `${letter} of 4 tests concluded`,
  };
}

export const HEAT_ROWS: readonly HeatRow[] = SERIES.map(([code, label, letters]) => ({
  code,
  label,
  cells: letters.split('').map((letter, index) => heatCell(code, letter, index)),
}));
