import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** Requests to the client. */
export const requestPages: readonly PageEntry[] = [
  {
    path: '/requests',
    page: lazy(() => import('./RequestsPage.tsx').then((module) => ({ default: module.RequestsPage }))),
  },
];
