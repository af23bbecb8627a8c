import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** The report: its gates, its preview, and the steps to its issue. */
export const reportPages: readonly PageEntry[] = [
  {
    path: '/report',
    page: lazy(() => import('./ReportPage.tsx').then((module) => ({ default: module.ReportPage }))),
  },
];
