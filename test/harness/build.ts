import { buildWindow } from './build-window.ts';

process.exitCode = (await buildWindow()) ? 0 : 1;
