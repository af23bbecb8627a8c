import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

const entry = lazy(() => import('./EntryPage.tsx').then((module) => ({ default: module.EntryPage })));

/** The firm's control library; reached with and without an open engagement. */
export const libraryPages: readonly PageEntry[] = [
  {
    path: '/library',
    page: lazy(() => import('./FirmLibraryPage.tsx').then((module) => ({ default: module.FirmLibraryPage }))),
  },
  { path: '/library/$entryId', page: entry },
];
