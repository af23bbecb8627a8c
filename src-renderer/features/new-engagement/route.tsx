import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** Making an engagement, in five steps. */
export const newEngagementPages: readonly PageEntry[] = [
  {
    path: '/new',
    page: lazy(() =>
      import('./NewEngagementPage.tsx').then((module) => ({ default: module.NewEngagementPage })),
    ),
  },
];
