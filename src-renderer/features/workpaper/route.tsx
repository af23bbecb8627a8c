import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** The workpaper of a control, by the id of its design or operating paper; and the deviations of all tests. */
export const workpaperPages: readonly PageEntry[] = [
  {
    path: '/tests/$paperId',
    page: lazy(() => import('./WorkpaperPage.tsx').then((module) => ({ default: module.WorkpaperPage }))),
  },
  {
    path: '/deviations',
    page: lazy(() => import('./DeviationsPage.tsx').then((module) => ({ default: module.DeviationsPage }))),
  },
  {
    path: '/deviations/$deviationId',
    page: lazy(() => import('./DeviationsPage.tsx').then((module) => ({ default: module.DeviationsPage }))),
  },
  {
    path: '/populations',
    page: lazy(() => import('./PopulationsPage.tsx').then((module) => ({ default: module.PopulationsPage }))),
  },
  {
    path: '/populations/$populationId',
    page: lazy(() => import('./PopulationsPage.tsx').then((module) => ({ default: module.PopulationsPage }))),
  },
];
