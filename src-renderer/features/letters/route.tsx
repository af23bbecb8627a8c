import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** Letters of the client, and what happened after the period. */
export const letterPages: readonly PageEntry[] = [
  {
    path: '/letters',
    page: lazy(() => import('./LettersPage.tsx').then((module) => ({ default: module.LettersPage }))),
  },
];
