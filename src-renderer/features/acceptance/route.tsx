import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** Acceptance and the team. */
export const acceptancePages: readonly PageEntry[] = [
  {
    path: '/acceptance',
    page: lazy(() => import('./AcceptancePage.tsx').then((module) => ({ default: module.AcceptancePage }))),
  },
];
