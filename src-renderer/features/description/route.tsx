import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** The client's description by description criteria. */
export const descriptionPages: readonly PageEntry[] = [
  {
    path: '/description',
    page: lazy(() => import('./DescriptionPage.tsx').then((module) => ({ default: module.DescriptionPage }))),
  },
];
