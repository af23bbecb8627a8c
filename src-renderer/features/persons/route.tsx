import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** Persons of this computer and the firm; reached with and without an open engagement. */
export const personsPages: readonly PageEntry[] = [
  {
    path: '/persons',
    page: lazy(() => import('./PersonsPage.tsx').then((module) => ({ default: module.PersonsPage }))),
  },
];
