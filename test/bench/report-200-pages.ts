import { LARGE_SPECIMEN, specimenFacts } from '../helpers/specimen-report.ts';
import { renderSpecimen } from '../helpers/typeset-specimen.ts';
import { timed, type Benchmark } from './benchmark.ts';
import { deflateReference } from './floors/deflate.ts';

/** Pages from which a report counts as one of about 200. */
const FEWEST_PAGES = 180;

export const reportOf200Pages: Benchmark = {
  name: 'report-200-pages',
  meaning:
    'typesetting a report of about 200 pages in its own process, against deflating 22 MB (reference D)',
  clock: 'wall',
  limit: 7,
  runs: 3,
  prepare: () => {
    const facts = specimenFacts(LARGE_SPECIMEN);
    return Promise.resolve({
      floor: deflateReference(),
      work: () =>
        timed(async () => {
          const { pages } = await renderSpecimen(facts);
          if (pages < FEWEST_PAGES) throw new Error(`the report has only ${pages} pages`);
        }),
      release: () => Promise.resolve(),
    });
  },
};
