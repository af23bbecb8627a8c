import { accessReviewExamples } from './access-review-examples.ts';
import { draftExamples } from './draft-examples.ts';
import type { Examples } from './examples.ts';
import { libraryExamples } from './library-examples.ts';
import { openingExamples } from './opening-examples.ts';
import { planningExamples } from './planning-examples.ts';
import { populationExamples } from './population-examples.ts';
import { reportingExamples } from './reporting-examples.ts';
import { reviewExamples } from './review-examples.ts';
import { testingExamples } from './testing-examples.ts';

/** An example of every procedure. A new procedure needs a line in the table of its feature. */
export const examples: Examples = {
  ...openingExamples,
  ...draftExamples,
  ...planningExamples,
  ...libraryExamples,
  ...populationExamples,
  ...testingExamples,
  ...reviewExamples,
  ...reportingExamples,
  ...accessReviewExamples,
};
