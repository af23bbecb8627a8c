import { z } from 'zod';
import { findingView } from './engagement.ts';
import { id, nothing, query } from './procedure.ts';

const count = z.int().min(0);
const target = z.strictObject({ entity: z.string(), id });

/** How far a phase is, with what is counted in it. */
const phaseView = z.strictObject({
  id: z.enum(['acceptance', 'planning', 'fieldwork', 'wrapUp', 'issue', 'lock']),
  state: z.enum(['done', 'current', 'later']),
  date: z.string().nullable(),
  parts: z.array(
    z.strictObject({
      id: z.enum(['controls', 'design', 'populations', 'tests', 'criteria']),
      done: count,
      total: count,
    }),
  ),
});

/** A gate of the present phase that does not hold. */
const blockView = z.strictObject({
  ...findingView.shape,
  /** What it is about, in a line; empty where the message says it. */
  subject: z.string(),
  /** The workpaper in which the cause lies, where there is one. */
  workpaperId: id.nullable(),
});

const taskView = z.strictObject({
  kind: z.enum(['test', 'signOff', 'note', 'population', 'request']),
  target,
  reference: z.string(),
  text: z.string(),
  dueOn: z.string().nullable(),
});

const timelineView = z.strictObject({
  start: z.string(),
  end: z.string(),
  rows: z.array(
    z.strictObject({
      testId: id,
      workpaperId: id,
      code: z.string(),
      title: z.string(),
      kind: z.enum(['items', 'setting']),
      items: z.array(
        z.strictObject({
          date: z.string(),
          key: z.string(),
          state: z.enum(['tested', 'notTested', 'deviation']),
        }),
      ),
      couldCoverQuarters: z.boolean(),
      drawn: count,
      records: count,
    }),
  ),
});

/** Criteria by series with how far their tests are. */
const coverageView = z.array(
  z.strictObject({
    series: z.string(),
    title: z.string(),
    cells: z.array(
      z.strictObject({
        id,
        code: z.string(),
        title: z.string(),
        state: z.enum(['covered', 'concluded', 'subservice', 'notRelevant', 'none']),
        step: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
        tests: count,
        testsConcluded: count,
      }),
    ),
  }),
);

/** The engagement as a whole: phases, what blocks, what waits for me, the period, the criteria. */
export const homeContract = {
  'home.get': query({
    input: nothing,
    output: z.strictObject({
      figures: z.strictObject({
        /** Days to the planned report date; negative once it has passed. */
        daysToReport: z.int().nullable(),
        testsConcluded: count,
        tests: count,
        deviations: count,
        openNotes: count,
      }),
      phases: z.array(phaseView),
      blocks: z.array(blockView),
      mine: z.array(taskView),
      /** `null` for a Type I engagement: it has a date, not a period. */
      timeline: timelineView.nullable(),
      coverage: coverageView,
      /** What is done of what, and how many gates block, by place of the navigation. */
      places: z.record(
        z.string(),
        z.strictObject({
          done: count.nullable(),
          total: count.nullable(),
          blocks: count,
        }),
      ),
      /** Workpapers as the palette finds them, those on operation first. */
      papers: z.array(
        z.strictObject({
          id,
          ref: z.string(),
          title: z.string(),
          kind: z.string(),
          code: z.string().nullable(),
        }),
      ),
    }),
  }),
} as const;
