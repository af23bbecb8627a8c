import type { Input, Output } from '../../app/client.ts';

/** A conclusion on operation. */
export type Conclusion = Input<'testing.conclude'>['conclusion'];
/** For each conclusion, what stands against it. */
export type Outlook = Output<'testing.outlook'>;
/** One conclusion with what stands against it. */
export type Way = Outlook[number];

/** The conclusions in words. */
export const CONCLUSION_WORDS: Readonly<Record<Conclusion, string>> = {
  effective: 'Effective',
  effectiveWithDeviations: 'Effective, with deviations',
  notEffective: 'Not effective',
  notTested: 'Not tested, design deficient',
  didNotOperate: 'Did not operate in the period',
};

/** Whether a conclusion may be chosen now. */
export function isOpenWay({ findings }: Way): boolean {
  return findings.every(({ kind }) => kind === 'warning');
}

/** The conclusion that the work heads for: effective, or with deviations where some were found. */
export function aimedWay(outlook: Outlook, deviations: number): Way | undefined {
  const aim: Conclusion = deviations === 0 ? 'effective' : 'effectiveWithDeviations';
  return outlook.find(({ conclusion }) => conclusion === aim);
}
