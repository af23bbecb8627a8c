import type { Examples } from './examples.ts';

const reasons = [{ gate: 'R3', reason: 'The client sent a further list.' }];
const reading = { sheet: 'Users', encoding: 'utf-8', delimiter: ',', headerRow: 1 };
const mapping = {
  columns: { system: 'System', accountId: 'User' },
  fixed: { system: 'Identity provider' },
  dateOrder: 'dayFirst',
  rowsAre: 'entitlements',
  privilegedRoles: ['admin'],
};
const list = {
  title: 'Identity provider',
  sourceSystem: 'Identity provider',
  query: 'all users',
  extractedBy: 'IT lead',
  asOf: '2026-06-30',
  statedCount: 120,
};
const review = { title: 'Second quarter', asOf: '2026-06-30', reviewedOn: '2026-07-03', dueOn: '2026-07-10' };

/** One request of each procedure, every field given. */
export const accessReviewExamples = {
  'accessReview.list': {},
  'accessReview.get': { reviewId: 'review-1' },
  'accessReview.open': { ...review, reasons },
  'accessReview.edit': { reviewId: 'review-1', revision: 1, ...review, reasons },
  'accessReview.setFigures': {
    reviewId: 'review-1',
    revision: 1,
    ruleId: 'W5',
    figures: { days: 120 },
    reasons,
  },
  'accessReview.previewList': {
    ...{ reviewId: 'review-1', kind: 'users', token: 'token-1', ...reading },
    ...{ mapping, maxRows: 20 },
  },
  'accessReview.importList': {
    ...{ reviewId: 'review-1', kind: 'users', token: 'token-1', ...reading, ...list },
    ...{ mapping, receivedOn: '2026-07-01', sourcePerson: 'IT lead', reasons },
  },
  'accessReview.editList': { listId: 'list-1', revision: 1, ...list, mapping, reasons },
  'accessReview.withdrawList': { listId: 'list-1', reasons },
  'accessReview.matches': { reviewId: 'review-1', offset: 0, limit: 50 },
  'accessReview.decideMatches': {
    reviewId: 'review-1',
    matches: [{ accountKey: 'S / joe', personKey: '7', isConfirmed: true, reason: 'Same person.' }],
    reasons,
  },
  'accessReview.run': { reviewId: 'review-1', reasons },
  'accessReview.exceptions': {
    reviewId: 'review-1',
    ruleId: 'W3',
    disposition: 'unset',
    offset: 0,
    limit: 50,
  },
  'accessReview.items': { reviewId: 'review-1', ruleId: 'W3', verdict: 'exception', offset: 0, limit: 50 },
  'accessReview.dispose': {
    exceptionIds: ['exception-1'],
    disposition: 'notDeviation',
    reason: 'The account was disabled in time.',
    evidenceIds: ['evidence-1'],
    reasons,
  },
  'accessReview.exportExceptions': { reviewId: 'review-1', token: 'token-1' },
  'accessReview.importAnswers': {
    reviewId: 'review-1',
    token: 'token-1',
    sheet: 'Exceptions',
    answeredOn: '2026-07-09',
    reasons,
  },
  'accessReview.tests': { ruleId: 'W3' },
  'accessReview.takeResults': {
    reviewId: 'review-1',
    ruleId: 'W3',
    testId: 'test-1',
    attributeId: 'attribute-1',
    reasons,
  },
} satisfies Examples;
