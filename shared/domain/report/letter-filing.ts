/** Letters of the client on file: engagement letter, assertion, representations, and those of included vendors. */
import type { PlainDate } from '../../lib/plain-date.ts';
import { err } from '../../lib/result.ts';
import { refusalToWork } from '../engagement/team.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { decidedWith, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { add } from '../journal/ops.ts';
import { editRow, notFound, type RowRef } from '../journal/row-decisions.ts';
import { all, find, type EngagementState } from '../journal/state.ts';

/** The kinds of letters. */
export type LetterKind = FieldsOf<'letter'>['kind'];

/** A person who signed a letter. */
export interface Signatory {
  readonly name: string;
  readonly title: string;
}

/** A letter as it is filed. */
export interface NewLetter {
  readonly kind: LetterKind;
  readonly date: PlainDate;
  readonly signatories: readonly Signatory[];
  /** What it covers: a span for Type II, a date for Type I. Empty for an engagement letter that covers both in words. */
  readonly coversFrom: PlainDate | null;
  readonly coversTo: PlainDate | null;
  readonly asOfDate: PlainDate | null;
  readonly systemName: string;
  readonly categories: readonly string[];
  readonly subserviceId: string | null;
  /** Exceptions that management states in its assertion. */
  readonly exceptions: string;
}

/** The stored bytes of a letter's signed copy. */
export interface LetterFile {
  readonly sha256: string;
  readonly originalName: string;
  readonly size: number;
  readonly mime: string;
}

/** Why a letter cannot be filed, before its bytes are stored; `null` where it can. */
export function refusalToFile(context: DecisionContext, letter: NewLetter): Refusal | null {
  const refuse = (message: string, next: string): Refusal => rule('invalid-value', message, next);
  const general = refusalToWork(context);
  if (general !== null) return general;
  if (letter.date > context.today)
    return refuse('The letter is dated in the future.', 'Give the date of the letter.');
  if (
    letter.signatories.length === 0 ||
    letter.signatories.some(({ name, title }) => isBlank(name) || isBlank(title))
  )
    return refuse('Who signed is not said.', 'Name each person who signed, with the title.');
  return refusalOfSubservice(context.state, letter);
}

const isBlank = (text: string): boolean => text.trim() === '';

function refusalOfSubservice(state: EngagementState, letter: NewLetter): Refusal | null {
  const isOfSubservice = letter.kind === 'subserviceAssertion' || letter.kind === 'subserviceRepresentation';
  if (!isOfSubservice)
    return letter.subserviceId === null
      ? null
      : rule(
          'invalid-value',
          'This letter is of the client itself.',
          'Leave the subservice organization empty.',
        );
  const org = find(state, 'subserviceOrganization', letter.subserviceId);
  return org === undefined || org.withdrawn
    ? notFound('subserviceOrganization', letter.subserviceId ?? '')
    : null;
}

/** Files a letter with its signed copy as evidence. */
export function fileLetter(
  context: DecisionContext,
  letter: NewLetter,
  file: LetterFile,
): Decided<{ id: string }> {
  const refusal = refusalToFile(context, letter);
  if (refusal !== null) return err(refusal);
  const [evidenceId, id] = [context.newId(), context.newId()];
  const { date, asOfDate, coversFrom, coversTo } = letter;
  const evidence = add('evidenceFile', evidenceId, {
    ...file,
    receivedOn: context.today,
    sourcePerson: letter.signatories.map(({ title }) => title.trim()).join(', '),
    sourceSystem: '',
    asOf: coversFrom === null ? (asOfDate ?? date) : null,
    ...{ coversFrom, coversTo },
    redacted: false,
    requestId: null,
  });
  const signatories = letter.signatories.map(signatoryText);
  const row = add('letter', id, { ...letter, signatories, evidenceId, withdrawn: false });
  const link = add('evidenceLink', context.newId(), {
    evidenceId,
    targetKind: 'letter',
    targetId: id,
    place: '',
    withdrawn: false,
  });
  return decidedWith([evidence, row, link], { id });
}

/** Takes a letter off the file; it stays on record. */
export function withdrawLetter(context: DecisionContext, ref: RowRef): Decided {
  return editRow(context, 'letter', ref, { withdrawn: true }, refusalToWork(context));
}

/** The latest letter of a kind that is on file. */
export function letterOf(
  state: EngagementState,
  kind: LetterKind,
  subserviceId: string | null = null,
): Row<'letter'> | undefined {
  return all(state, 'letter').findLast(
    (letter) => letter.kind === kind && letter.subserviceId === subserviceId && !letter.withdrawn,
  );
}

const separator = '; ';

const signatoryText = ({ name, title }: Signatory): string => `${name.trim()}${separator}${title.trim()}`;

/** The person behind the text of a signatory. */
export function signatoryOf(text: string): Signatory {
  const at = text.lastIndexOf(separator);
  return at < 0
    ? { name: text, title: '' }
    : { name: text.slice(0, at), title: text.slice(at + separator.length) };
}
