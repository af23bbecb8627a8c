import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** The opinion wizard. */
export const opinionPages: readonly PageEntry[] = [
  {
    path: '/opinion',
    page: lazy(() => import('./OpinionPage.tsx').then((module) => ({ default: module.OpinionPage }))),
  },
];
