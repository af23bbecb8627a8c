import type { CellMark, GridAttribute, GridColumn, GridItem } from '../../src-renderer/ui/grid/grid-model.ts';
import type { GateMessage } from '../../src-renderer/ui/gate/gate-message.ts';
import type { StampFacts } from '../../src-renderer/ui/stamp/stamp-words.ts';

export const ATTRIBUTES: readonly GridAttribute[] = [
  { id: 'a', letter: 'A', label: 'every in-scope system', tickmark: '' },
  { id: 'b', letter: 'B', label: 'within 24 hours', tickmark: '' },
  { id: 'c', letter: 'C', label: 'no log-in after', tickmark: '' },
  { id: 'd', letter: 'D', label: 'devices returned', tickmark: '' },
];

export const COLUMNS: readonly GridColumn[] = [
  { id: 'last', label: 'Last day', share: 1.25 },
  { id: 'disabled', label: 'Access disabled', share: 1.25 },
  { id: 'hours', label: 'Hours', align: 'right', share: 0.8 },
];

const ROWS = `E-20416|4 Jul 2025|4 Jul 20:12|3.2|PPPP|3
E-20569|7 Oct 2025|7 Oct 17:36|0.6|PPPP|3
E-20496|21 Aug 2025|22 Aug 04:24|11.4|PPPP|4
E-20749|5 Feb 2026|6 Feb 00:48|7.8|PPPP|3
E-20664|9 Dec 2025|9 Dec 18:06|1.1|PPPN|2
E-20779|13 Feb 2026|14 Feb 09:54|16.9|PPPP|3
E-20724|22 Jan 2026|26 Jan 17:18|96.3!|PDPP|4
E-20917|22 May 2026|22 May 22:30|5.5|PPPP|3
E-20856|11 Apr 2026|11 Apr 19:24|2.4|PPPP|3
E-20470|15 Aug 2025|16 Aug 13:42|20.7|PPPP|4
E-20727|23 Jan 2026|23 Jan 17:18|0.3|PPPP|3
E-20964|19 Jun 2026|20 Jun 02:36|9.6|PPPN|2
E-20626|7 Nov 2025|7 Nov 21:48|4.8|PPPP|3
E-20842|2 Apr 2026|3 Apr 06:12|13.2|PPPP|3
E-20747|31 Jan 2026|31 Jan 23:06|6.1|PPPP|4
E-20673|17 Dec 2025|18 Dec 11:24|18.4|PPMP|2
E-20951|12 Jun 2026|12 Jun 19:54|2.9|PPPP|3
E-20841|26 Mar 2026|27 Mar 01:18|8.3|PPP.|3
E-20697|7 Jan 2026|7 Jan 18:42|1.7|PPP.|2
E-20545|17 Sep 2025|18 Sep 05:30|12.5|PP..|1`;

const MARKS: Readonly<Record<string, CellMark>> = {
  P: 'pass',
  D: 'deviation',
  N: 'not-applicable',
  M: 'missing',
};

export const ITEMS: readonly GridItem[] = ROWS.split('\n').map((row, index) => {
  const [key = '', last = '', disabled = '', hours = '', marks = '', evidence = ''] = row.split('|');
  return {
    id: key,
    number: index + 1,
    key,
    values: [
      { text: last },
      { text: disabled },
      hours.endsWith('!') ? { text: hours.slice(0, -1), tone: 'attention' } : { text: hours },
    ],
    cells: marks.split('').map((letter, column) => ({
      mark: MARKS[letter] ?? 'empty',
      evidenceCount: letter === 'P' || letter === 'D' ? 1 : 0,
      isAutomated: column === 0 && index < 4,
    })),
    evidenceCount: Number(evidence),
  };
});

const go = (): void => undefined;

export const TEST_GATES: readonly GateMessage[] = [
  {
    code: 'T1',
    kind: 'block',
    headline: 'Evidence for every result',
    message: 'Link evidence for item 16, attribute C.',
    short: 'Link evidence for item 16, attribute C',
    actions: [{ label: 'Go to cell', onPress: go }],
  },
  {
    code: 'T2',
    kind: 'block',
    headline: 'A result in every cell',
    message: '4 cells are empty.',
    short: '4 cells are empty',
    actions: [{ label: 'Next empty', onPress: go }],
  },
  {
    code: 'T3',
    kind: 'block',
    headline: 'An evaluation for every deviation',
    message: '1 deviation has no evaluation.',
    short: '1 deviation has no evaluation',
    actions: [{ label: 'Evaluate', onPress: go }],
  },
  {
    code: 'T4',
    kind: 'block',
    headline: 'The limit must not exceed the tolerable rate',
    message:
      'The upper deviation limit 17.4\u202F% exceeds the tolerable rate 10\u202F%. Conclude accordingly, expand, or change the plan with approval.',
    short: 'Limit 17.4\u202F% exceeds tolerable 10\u202F%',
    actions: [{ label: 'Options', onPress: go }],
  },
];

export function stamp(initials: string, level: string, date: string): StampFacts {
  return {
    state: 'current',
    initials,
    name: initials,
    level,
    date,
    time: `${date} 2026, 16:50`,
    contentWords: 'stock-pole-until',
  };
}

export const LEVELS = ['Preparer', 'Reviewer', 'Manager'] as const;

export const UNSIGNED: readonly StampFacts[] = LEVELS.map((level) => ({ state: 'none', level }));
