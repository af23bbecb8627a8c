import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

const page = lazy(() =>
  import('./PopulationsPage.tsx').then((module) => ({ default: module.PopulationsPage })),
);

/** The lists of the client; the address of one list shows it chosen among them. */
export const populationPages: readonly PageEntry[] = [
  { path: '/populations', page },
  { path: '/populations/$populationId', page },
];
