import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** The criteria in scope, and one of them. */
export const criteriaPages: readonly PageEntry[] = [
  {
    path: '/criteria',
    page: lazy(() => import('./CriteriaPage.tsx').then((module) => ({ default: module.CriteriaPage }))),
  },
  {
    path: '/criteria/$criterionId',
    page: lazy(() => import('./CriterionPage.tsx').then((module) => ({ default: module.CriterionPage }))),
  },
];
