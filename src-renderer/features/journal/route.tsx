import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** The journal of the file. */
export const journalPages: readonly PageEntry[] = [
  {
    path: '/journal',
    page: lazy(() => import('./JournalPage.tsx').then((module) => ({ default: module.JournalPage }))),
  },
];
