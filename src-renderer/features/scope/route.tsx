import { lazy } from 'react';
import type { PageEntry } from '../../app/routes.tsx';

const page = lazy(() => import('./ScopePage.tsx').then((module) => ({ default: module.ScopePage })));

/** Scope, and each of its parts by address: `/scope/organizations`. */
export const scopePages: readonly PageEntry[] = [
  { path: '/scope', page },
  { path: '/scope/$part', page },
];
