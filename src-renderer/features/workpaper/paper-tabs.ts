import type { Output } from '../../app/client.ts';
import type { TabItem } from '../../ui/page/TabBar.tsx';

/** A control whose workpaper is shown. */
export type PaperControl = Output<'control.list'>[number];

/** The tabs of a workpaper. */
export type PaperTab = 'design' | 'population' | 'sample' | 'operating' | 'deviations' | 'notes' | 'history';

/** The tabs that a workpaper has: without operation there is no population, sample, test or deviation. */
export function tabsOf(control: PaperControl, deviations: number, notes: number): readonly TabItem[] {
  const isDone = (test: PaperControl['design']): boolean =>
    test?.status === 'concluded' || test?.status === 'reviewed';
  const operation: readonly TabItem[] = [
    { id: 'population', label: 'Population' },
    { id: 'sample', label: 'Sample' },
    { id: 'operating', label: 'Operating test', isDone: isDone(control.operating) },
    { id: 'deviations', label: 'Deviations', count: String(deviations) },
  ];
  return [
    { id: 'design', label: 'Design', isDone: isDone(control.design) },
    ...(control.operating === null ? [] : operation),
    { id: 'notes', label: 'Notes', count: String(notes) },
    { id: 'history', label: 'History' },
  ];
}

/** Whether a text names a tab. */
export const isPaperTab = (id: string): id is PaperTab =>
  ['design', 'population', 'sample', 'operating', 'deviations', 'notes', 'history'].includes(id);
