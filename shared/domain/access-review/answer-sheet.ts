/** Exceptions as a sheet for the client, and the answers as they come back. */
import type { PlainDate } from '../../lib/plain-date.ts';
import type { Row } from '../journal/entities.ts';
import { isOpen, standingExceptions, type ClientAnswer } from './dispose-exceptions.ts';
import type { EngagementState } from '../journal/state.ts';

/** The columns of the sheet: head, and width in characters. The last three are the client's. */
export const answerColumns = [
  { head: 'Reference', width: 16 },
  { head: 'Rule', width: 8 },
  { head: 'Record', width: 34 },
  { head: 'List', width: 22 },
  { head: 'Rows', width: 10 },
  { head: 'What was found', width: 60 },
  { head: 'Your answer', width: 60 },
  { head: 'Answered by (title)', width: 26 },
] as const;

/** Hashes a text, 64 hex digits. */
type Sha256 = (text: string) => string;

/** A short reference of an exception that stays the same at every run and that a spreadsheet does not change. */
export function exceptionReference(ruleId: string, key: string, sha256: Sha256): string {
  return `${ruleId}-${sha256(key).slice(0, 10)}`;
}

/** The exceptions that the client is asked about: those put to it, or all that wait where none is. */
export function exceptionsToAsk(state: EngagementState, reviewId: string): readonly Row<'accessException'>[] {
  const open = standingExceptions(state, reviewId).filter(isOpen);
  const asked = open.filter(({ disposition }) => disposition === 'toClient');
  return asked.length > 0 ? asked : open;
}

/** The rows of the sheet, each as texts in the order of the columns. */
export function answerRows(
  exceptions: readonly Row<'accessException'>[],
  sha256: Sha256,
): readonly (readonly string[])[] {
  return exceptions.map(({ ruleId, key, subject, list, rows, words, answer, answeredBy }) => [
    ...[exceptionReference(ruleId, key, sha256), ruleId, subject, list, rows.join(', '), words],
    ...[answer, answeredBy],
  ]);
}

/** Answers read from a sheet that came back, and what could not be taken. */
export interface ReadAnswers {
  readonly answers: readonly ClientAnswer[];
  /** Rows without an answer. */
  readonly empty: number;
  /** References that this review does not have, or that stand twice. */
  readonly unknown: readonly string[];
  /** Columns that the sheet should have and has not. */
  readonly missingColumns: readonly string[];
}

/** Reads a sheet that came back; rows may stand in any order, and columns of the client beside ours are passed over. */
export function readAnswers(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  exceptions: readonly Row<'accessException'>[],
  about: { readonly answeredOn: PlainDate; readonly sha256: Sha256 },
): ReadAnswers {
  const at = (head: string) => header.findIndex((cell) => cell.trim() === head);
  const [reference, answer, by] = [at('Reference'), at('Your answer'), at('Answered by (title)')];
  const missingColumns = ['Reference', 'Your answer'].filter((head) => at(head) < 0);
  if (missingColumns.length > 0) return { answers: [], empty: 0, unknown: [], missingColumns };
  const known = new Map(
    exceptions.map((row) => [exceptionReference(row.ruleId, row.key, about.sha256), row.id]),
  );
  const answers = new Map<string, ClientAnswer>();
  const unknown: string[] = [];
  let empty = 0;
  for (const row of rows) {
    const [own, text] = [(row[reference] ?? '').trim(), (row[answer] ?? '').trim()];
    const exceptionId = known.get(own);
    if (text === '') empty += 1;
    else if (exceptionId === undefined || answers.has(exceptionId)) unknown.push(own);
    else {
      const answeredBy = (row[by] ?? '').trim();
      answers.set(exceptionId, { exceptionId, answer: text, answeredBy, answeredOn: about.answeredOn });
    }
  }
  return { answers: [...answers.values()], empty, unknown, missingColumns };
}
