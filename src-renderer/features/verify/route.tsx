import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** Checking a report that came from anywhere; nothing needs to be open. */
export const verifyPages: readonly PageEntry[] = [
  {
    path: '/verify',
    page: lazy(() => import('./VerifyPage.tsx').then((module) => ({ default: module.VerifyPage }))),
  },
];
