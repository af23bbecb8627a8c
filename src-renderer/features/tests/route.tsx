import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** The tests of all controls. */
export const testPages: readonly PageEntry[] = [
  {
    path: '/tests',
    page: lazy(() => import('./TestsPage.tsx').then((module) => ({ default: module.TestsPage }))),
  },
];
