import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

/** Assembly and lock of the file. */
export const assemblyPages: readonly PageEntry[] = [
  {
    path: '/assembly',
    page: lazy(() => import('./AssemblyPage.tsx').then((module) => ({ default: module.AssemblyPage }))),
  },
];
