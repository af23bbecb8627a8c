/**
 * How many files a comparison with another reader generates: the usual number, or with `TICKMARK_DIFFERENTIAL=full` in
 * the environment the large one, whose results stand in docs/differential-testing.md.
 */
export function differentialRuns(usual: number, full: number): number {
  return process.env['TICKMARK_DIFFERENTIAL'] === 'full' ? full : usual;
}
