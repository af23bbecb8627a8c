import type { KillPath } from './kill-path.ts';
import { controlPath } from './paths/control.ts';
import { createPath } from './paths/create.ts';
import { evidencePath } from './paths/evidence.ts';
import { exportPath } from './paths/export.ts';
import { migrationPath } from './paths/migration.ts';
import { personPath } from './paths/person.ts';
import { populationPath } from './paths/population.ts';
import { reviewPath } from './paths/review.ts';
import { testingPath } from './paths/testing.ts';
import { workbookPath } from './paths/workbook.ts';

/** Every way of writing that is killed. A new one is a file in `paths/` and a line here. */
export const killPaths: readonly KillPath[] = [
  controlPath,
  evidencePath,
  populationPath,
  testingPath,
  reviewPath,
  personPath,
  createPath,
  exportPath,
  workbookPath,
  migrationPath,
];
