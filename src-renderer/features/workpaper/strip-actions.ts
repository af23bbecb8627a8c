import type { RefObject } from 'react';
import type { GateAction } from '../../ui/gate/gate-message.ts';
import type { AttributeGridHandle } from '../../ui/grid/grid-model.ts';
import type { PaperTab } from './paper-tabs.ts';
import type { BenchDrawer } from './use-bench-drawer.ts';

interface StripPlaces {
  readonly drawer: BenchDrawer;
  readonly handle: RefObject<AttributeGridHandle | null>;
  readonly onTab: (tab: PaperTab) => void;
}

type Way =
  | { readonly label: string; readonly tab: PaperTab }
  | { readonly label: string; readonly mark: 'missing' | 'empty' }
  | { readonly label: string; readonly opens: 'conclusion' };

const WAYS: Readonly<Record<string, Way>> = {
  T1: { label: 'Go to cell', mark: 'missing' },
  T2: { label: 'Next empty', mark: 'empty' },
  T3: { label: 'Evaluate', tab: 'deviations' },
  T4: { label: 'Options', tab: 'sample' },
  T4J: { label: 'Judgment', opens: 'conclusion' },
  T5: { label: 'Population', tab: 'population' },
  T6: { label: 'History', opens: 'conclusion' },
  T8: { label: 'Report', opens: 'conclusion' },
  S5: { label: 'Options', tab: 'sample' },
  D3: { label: 'Design', tab: 'design' },
  D4: { label: 'Design', tab: 'design' },
};

/** The link from a gate of the conclusion to its cause; none where the words say all. */
export function strippedActions(code: string, places: StripPlaces): readonly GateAction[] {
  const way = WAYS[code];
  if (way === undefined) return [];
  return [
    {
      label: way.label,
      onPress: () => {
        follow(way, places);
      },
    },
  ];
}

function follow(way: Way, { drawer, handle, onTab }: StripPlaces): void {
  if ('tab' in way) onTab(way.tab);
  else if ('opens' in way) drawer.conclude();
  else {
    drawer.filter(undefined);
    handle.current?.goToNext(way.mark);
  }
}
