import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

const list = lazy(() => import('./ControlsPage.tsx').then((module) => ({ default: module.ControlsPage })));

/** Controls and criteria: the list with one control beside it, the library, a client's list, a new control. */
export const controlsPages: readonly PageEntry[] = [
  { path: '/controls', page: list },
  { path: '/controls/$controlId', page: list },
  {
    path: '/controls/library',
    page: lazy(() => import('./LibraryPage.tsx').then((module) => ({ default: module.LibraryPage }))),
  },
  {
    path: '/controls/import',
    page: lazy(() => import('./ImportPage.tsx').then((module) => ({ default: module.ImportPage }))),
  },
  {
    path: '/controls/new',
    page: lazy(() => import('./NewControlPage.tsx').then((module) => ({ default: module.NewControlPage }))),
  },
];
