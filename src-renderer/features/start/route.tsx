import type { PageEntry } from '../../app/routes.tsx';
import { StartPage } from './StartPage.tsx';

/** The first page is part of the first chunk: it is what the window opens on. */
export const startPages: readonly PageEntry[] = [{ path: '/', page: StartPage }];
