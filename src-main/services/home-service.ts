import type { homeContract } from '../../shared/contract/home.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import { coverageMap } from '../../shared/domain/criteria/coverage-map.ts';
import { blocksOf, type HomeBlock } from '../../shared/domain/engagement/home-blocks.ts';
import { isTestDone, standingTests, type HomeViewer } from '../../shared/domain/engagement/home-input.ts';
import { tasksOf } from '../../shared/domain/engagement/home-mine.ts';
import { phasesOf } from '../../shared/domain/engagement/home-phases.ts';
import { papersToFind } from '../../shared/domain/engagement/home-papers.ts';
import { placesOf } from '../../shared/domain/engagement/home-places.ts';
import { timelineRows } from '../../shared/domain/engagement/home-timeline.ts';
import { engagementOf } from '../../shared/domain/engagement/team.ts';
import type { TargetRef } from '../../shared/domain/gates/refusal.ts';
import { find, type EngagementState } from '../../shared/domain/journal/state.ts';
import { openNotes } from '../../shared/domain/review/review-note.ts';
import { allStandingDeviations } from '../../shared/domain/testing/deviation-closing.ts';
import type { RecordDays } from '../../shared/domain/testing/sample-coverage.ts';
import { daysBetween } from '../../shared/lib/plain-date.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import { finding } from './planning-views.ts';
import type { HashPort } from './ports/hash.ts';
import { createRecordDays } from './record-days.ts';
import type { Session } from './session.ts';

/** What the home service works with. */
export interface HomeServicePorts {
  readonly session: Session;
  readonly hash: HashPort;
}

type HomeView = OutputOf<(typeof homeContract)['home.get']>;

/** The engagement as a whole. */
export function createHomeService({ session, hash }: HomeServicePorts): Handlers<typeof homeContract> {
  const recordDays = createRecordDays(session);
  return {
    'home.get': () => {
      const viewer = {
        personId: session.actor()?.personId ?? null,
        today: session.today(),
        sha256: (text: string) => hash.sha256Hex(text),
      };
      return ok(homeView(session.state(), viewer, recordDays));
    },
  };
}

function homeView(state: EngagementState, viewer: HomeViewer, recordDays: RecordDays): HomeView {
  const blocks = blocksOf(state, viewer, recordDays);
  return {
    figures: figuresOf(state, viewer),
    phases: phasesOf(state, viewer).map((phase) => ({ ...phase, parts: [...phase.parts] })),
    blocks: blocks.map((block) => blockView(state, block)),
    mine: [...tasksOf(state, viewer)],
    timeline: timelineView(state),
    coverage: coverageMap(state, viewer.sha256).map((row) => ({ ...row, cells: [...row.cells] })),
    places: placesOf(state, viewer, blocks),
    papers: [...papersToFind(state)],
  };
}

function figuresOf(state: EngagementState, { today }: HomeViewer): HomeView['figures'] {
  const engagement = engagementOf(state);
  const planned = engagement?.plannedReportDate ?? null;
  const tests = standingTests(state, engagement?.type === 'I' ? 'design' : 'operating');
  return {
    daysToReport: planned === null ? null : daysBetween(today, planned),
    testsConcluded: tests.filter(isTestDone).length,
    tests: tests.length,
    deviations: allStandingDeviations(state).length,
    openNotes: openNotes(state).length,
  };
}

function blockView(state: EngagementState, { refusal, subject }: HomeBlock): HomeView['blocks'][number] {
  return { ...finding(refusal), subject, workpaperId: workpaperBehind(state, refusal.target) };
}

/** The workpaper in which a row is worked on, where it is. */
function workpaperBehind(state: EngagementState, target: TargetRef | null): string | null {
  if (target === null) return null;
  const { entity, id } = target;
  if (entity === 'workpaper') return id;
  if (entity === 'reviewNote') return find(state, 'reviewNote', id)?.workpaperId ?? null;
  return find(state, 'test', testBehind(state, target))?.workpaperId ?? null;
}

function testBehind(state: EngagementState, { entity, id }: TargetRef): string | null {
  if (entity === 'test') return id;
  if (entity === 'deviation') return find(state, 'deviation', id)?.testId ?? null;
  return entity === 'samplePlan' ? (find(state, 'samplePlan', id)?.testId ?? null) : null;
}

function timelineView(state: EngagementState): HomeView['timeline'] {
  const { periodStart: start, periodEnd: end } = engagementOf(state) ?? {
    periodStart: null,
    periodEnd: null,
  };
  if (start === null || end === null) return null;
  return { start, end, rows: timelineRows(state).map((row) => ({ ...row, items: [...row.items] })) };
}
