import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** The reviews, one review with its lists, matches and rules, and one rule with what it found. */
export const accessReviewPages: readonly PageEntry[] = [
  {
    path: '/access-review',
    page: lazy(() => import('./ReviewsPage.tsx').then((module) => ({ default: module.ReviewsPage }))),
  },
  {
    path: '/access-review/$reviewId',
    page: lazy(() => import('./ReviewPage.tsx').then((module) => ({ default: module.ReviewPage }))),
  },
  {
    path: '/access-review/$reviewId/$ruleId',
    page: lazy(() => import('./RulePage.tsx').then((module) => ({ default: module.RulePage }))),
  },
];
