import { accessFactsOf, type AccessFacts } from '../../shared/domain/access-review/access-facts.ts';
import { listsOf } from '../../shared/domain/access-review/edit-lists.ts';
import { figuresOfTexts } from '../../shared/domain/access-review/edit-review.ts';
import type { MatchDecision } from '../../shared/domain/access-review/identity.ts';
import { mappingOfTexts } from '../../shared/domain/access-review/list-mapping.ts';
import { readList } from '../../shared/domain/access-review/read-list.ts';
import { runBasis } from '../../shared/domain/access-review/record-run.ts';
import { rulesFor } from '../../shared/domain/access-review/rule-catalogue.ts';
import { runRules, type RuleResult } from '../../shared/domain/access-review/run-rules.ts';
import { engagementOf } from '../../shared/domain/engagement/team.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { where, type EngagementState } from '../../shared/domain/journal/state.ts';
import { periodOf } from '../../shared/domain/testing/fieldwork-rules.ts';
import type { ZoneOffset } from '../../shared/lib/plain-date.ts';
import type { Session } from './session.ts';

/** A review with its lists read and its rules run. */
export interface ComputedReview {
  readonly facts: AccessFacts;
  readonly results: readonly RuleResult[];
}

/** Reads lists and runs rules; what a review rests on is read again only after it changed. */
export interface ReviewComputer {
  of(review: Row<'accessReview'>): ComputedReview;
}

/** The computer of a session. It keeps the last review that was asked for: pages of one review follow each other. */
export function createReviewComputer(session: Session, offsetOf: ZoneOffset): ReviewComputer {
  let kept: { readonly basis: string; readonly computed: ComputedReview } | null = null;
  return {
    of(review) {
      const state = session.state();
      const basis = `${session.store().engagementId} ${review.id} ${runBasis(state, review)}`;
      if (kept?.basis !== basis) kept = { basis, computed: compute(session, state, review, offsetOf) };
      return kept.computed;
    },
  };
}

function compute(
  session: Session,
  state: EngagementState,
  review: Row<'accessReview'>,
  offsetOf: ZoneOffset,
): ComputedReview {
  const engagement = engagementOf(state);
  const zone = { name: engagement?.timeZone ?? 'UTC', offsetOf };
  const rows = session.store().populationRows;
  const lists = listsOf(state, review.id).map((list) =>
    readList(
      {
        ...{ kind: list.kind, title: list.title, asOf: list.asOf, statedCount: list.statedCount },
        ...{ fileSha256: list.fileSha256, header: list.columns, mapping: mappingOfTexts(list.mapping) },
        rows: rows.all(list.id),
      },
      zone,
    ),
  );
  const { asOf, reviewedOn, dueOn } = review;
  const periodStart = periodOf(state)?.start ?? null;
  const dates = { asOf, reviewedOn: reviewedOn ?? asOf, dueOn, periodStart };
  const facts = accessFactsOf(lists, dates, zone, decisionsOf(state, review.id));
  const rules = rulesFor(engagement?.type ?? 'II');
  return { facts, results: runRules(facts, rules, figuresOfTexts(review.figures)) };
}

function decisionsOf(state: EngagementState, reviewId: string): readonly MatchDecision[] {
  return where(state, 'accessMatch', 'reviewId', reviewId).map(({ accountKey, personKey, decision }) => ({
    ...{ accountKey, personKey, isConfirmed: decision === 'confirmed' },
  }));
}
