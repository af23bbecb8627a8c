import type { Output } from '../../app/client.ts';
import type { TabItem } from '../../ui/page/TabBar.tsx';
import { formatCount } from '../../ui/text/format-number.ts';

/** A control whose workpaper is shown. */
export type PaperControl = Output<'control.list'>[number];

const PAPER_TABS = ['design', 'population', 'sample', 'operating', 'deviations', 'notes', 'history'] as const;

/** The tabs of a workpaper. */
export type PaperTab = (typeof PAPER_TABS)[number];

/** What is counted on the tabs; `undefined` while it is read. */
export interface PaperCounts {
  readonly populations: Output<'population.list'> | undefined;
  readonly grid: Output<'testing.grid'> | undefined;
  readonly deviations: number;
  readonly openNotes: number;
}

/** The tabs that a workpaper has, each with its check or its count. Type I has no population, sample or operating test. */
export function tabsOf(control: PaperControl, counts: PaperCounts): readonly TabItem[] {
  const operation: readonly TabItem[] = [populationTab(counts), sampleTab(counts), testTab(control, counts)];
  return [
    { id: 'design', label: 'Design', isDone: isConcluded(control.design) },
    ...(control.operating === null ? [] : operation),
    { id: 'deviations', label: 'Deviations', count: countText(counts.deviations) },
    { id: 'notes', label: 'Notes', count: countText(counts.openNotes) },
    { id: 'history', label: 'History' },
  ];
}

function isConcluded(test: PaperControl['design']): boolean {
  return test?.status === 'concluded' || test?.status === 'reviewed';
}

function populationTab({ populations = [] }: PaperCounts): TabItem {
  const reconciled = populations.filter(({ status }) => status === 'reconciled');
  const records = reconciled.reduce((sum, { recordCount }) => sum + recordCount, 0);
  const isDone = reconciled.length > 0;
  return { id: 'population', label: 'Population', isDone, count: isDone ? formatCount(records) : undefined };
}

function sampleTab({ grid }: PaperCounts): TabItem {
  const items = grid?.total ?? 0;
  return { id: 'sample', label: 'Sample', isDone: items > 0, count: countText(items) };
}

function testTab(control: PaperControl, { grid }: PaperCounts): TabItem {
  const cells = (grid?.total ?? 0) * (grid?.attributes.length ?? 0);
  const entered = cells - (grid?.counts.empty ?? 0);
  const isDone = isConcluded(control.operating);
  const count = cells === 0 || isDone ? undefined : `${formatCount(entered)} of ${formatCount(cells)}`;
  return { id: 'operating', label: 'Operating test', isDone, count };
}

/** A count of nothing is not shown. */
function countText(count: number): string | undefined {
  return count === 0 ? undefined : formatCount(count);
}

/** Whether a text names a tab. */
export const isPaperTab = (id: string): id is PaperTab => PAPER_TABS.some((tab) => tab === id);
