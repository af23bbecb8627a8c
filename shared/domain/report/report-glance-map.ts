/** The map of criteria on the overview: one box per criterion, by series. */
import { controlsInOrder, relevantCriteria } from './report-numbering.ts';
import { namedCriteria } from './report-section-four.ts';
import { opinionLabel } from './report-slots.ts';
import type { ReportCriterion, ReportFacts } from './report-facts.ts';
import type { Glance, GlanceBox } from './report-model.ts';

/** Boxes that fit beside each other on either page size. */
const ROW_LENGTH = 18;

/** Arranges the boxes in rows of whole series and says what each state means. */
export function glanceMap(facts: ReportFacts): Glance['map'] {
  const stateOf = boxStates(facts);
  const series = [...new Set(facts.criteria.map((criterion) => criterion.series))].map((title) =>
    facts.criteria
      .filter((criterion) => criterion.series === title)
      .map((criterion): GlanceBox => ({ id: criterion.id, state: stateOf(criterion) })),
  );
  const states = new Set(series.flat().map((box) => box.state));
  return {
    heading: facts.span.type === 'I' ? 'Criteria, by series' : 'Where deviations were noted, by criterion',
    rows: rowsOf(series),
    legend: legendOf(facts).filter((entry) => states.has(entry.state)),
    altText: altText(series.flat(), facts),
  };
}

function boxStates(facts: ReportFacts): (criterion: ReportCriterion) => GlanceBox['state'] {
  const named = namedCriteria(facts);
  const deviating = new Set(
    controlsInOrder(facts)
      .filter(({ control }) => control.tests.some((test) => test.outcome.kind === 'deviations'))
      .map(({ control }) => control.id),
  );
  return (criterion) => {
    if (criterion.notRelevant !== null) return 'notRelevant';
    if (named.has(criterion.id)) return 'named';
    return facts.span.type === 'II' && criterion.controls.some((id) => deviating.has(id))
      ? 'deviations'
      : 'clear';
  };
}

/** A series is never broken over two rows; a category of criteria starts a new row. */
function rowsOf(series: readonly (readonly GlanceBox[])[]): readonly (readonly (readonly GlanceBox[])[])[] {
  const rows: (readonly GlanceBox[])[][] = [];
  for (const boxes of series) {
    const row = rows.at(-1);
    const used = row?.reduce((sum, group) => sum + group.length, 0) ?? 0;
    if (row === undefined || used + boxes.length > ROW_LENGTH || bandOf(row[0]) !== bandOf(boxes)) {
      rows.push([boxes]);
    } else {
      row.push(boxes);
    }
  }
  return rows;
}

/** Common criteria, privacy and all others stand in bands of their own. */
function bandOf(boxes: readonly GlanceBox[] | undefined): string {
  const id = boxes?.[0]?.id ?? '';
  if (id.startsWith('CC')) return 'common';
  return /^P\d/.test(id) ? 'privacy' : 'additional';
}

function legendOf(facts: ReportFacts): Glance['map']['legend'] {
  const isTypeI = facts.span.type === 'I';
  return [
    { state: 'clear', words: isTypeI ? 'Applies' : 'No deviation' },
    { state: 'deviations', words: 'A control that serves it has deviations' },
    { state: 'named', words: `Named in the ${opinionLabel(facts)}` },
    { state: 'notRelevant', words: 'Not relevant' },
  ];
}

function altText(boxes: readonly GlanceBox[], facts: ReportFacts): string {
  const lists = legendOf(facts).flatMap(({ state, words }) => {
    const ids = boxes.filter((box) => box.state === state).map((box) => box.id);
    if (ids.length === 0) return [];
    return [state === 'clear' ? `${words}: ${String(ids.length)} criteria.` : `${words}: ${ids.join(', ')}.`];
  });
  const total = relevantCriteria(facts).length;
  return `Map of criteria, ${String(total)} of ${String(facts.criteria.length)} apply. ${lists.join(' ')}`;
}
