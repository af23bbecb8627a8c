import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** The page of the open engagement as a whole. */
export const homePages: readonly PageEntry[] = [
  {
    path: '/home',
    page: lazy(() => import('./HomePage.tsx').then((module) => ({ default: module.HomePage }))),
  },
];
