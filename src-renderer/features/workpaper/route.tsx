import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

const paper = lazy(() => import('./WorkpaperPage.tsx').then((module) => ({ default: module.WorkpaperPage })));
const deviations = lazy(() =>
  import('./DeviationsPage.tsx').then((module) => ({ default: module.DeviationsPage })),
);
const populations = lazy(() =>
  import('./PopulationsPage.tsx').then((module) => ({ default: module.PopulationsPage })),
);

/** The workpaper of a control, by the id of its design or operating paper; the deviations and the populations of all. */
export const workpaperPages: readonly PageEntry[] = [
  { path: '/tests/$paperId', page: paper },
  { path: '/deviations', page: deviations },
  { path: '/deviations/$deviationId', page: deviations },
  { path: '/populations', page: populations },
  { path: '/populations/$populationId', page: populations },
];
