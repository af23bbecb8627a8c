import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** The review board. */
export const reviewPages: readonly PageEntry[] = [
  {
    path: '/review',
    page: lazy(() => import('./ReviewPage.tsx').then((module) => ({ default: module.ReviewPage }))),
  },
];
