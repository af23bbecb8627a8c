import type { Output } from '../../app/client.ts';

/** A part of the description, under its criterion. */
export type Section = Output<'description.get'>[number];
/** The code of a description criterion. */
export type SectionCode = `DC${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

const CODES: readonly SectionCode[] = ['DC1', 'DC2', 'DC3', 'DC4', 'DC5', 'DC6', 'DC7', 'DC8', 'DC9'];
/** Criteria of which "nothing to report" is an answer. */
const MAY_BE_NONE: readonly string[] = ['DC4', 'DC6', 'DC7', 'DC8', 'DC9'];

/** The code as commands take it. */
export function codeOf(section: Section): SectionCode | undefined {
  return CODES.find((code) => code === section.code);
}

/** Whether "nothing to report" answers the criterion. */
export function mayBeNone(section: Section): boolean {
  return MAY_BE_NONE.includes(section.code);
}
