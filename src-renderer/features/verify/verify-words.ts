import type { Output } from '../../app/client.ts';
import { shownDate } from '../../ui/form/typed-date.ts';

/** The answer about a report file. */
export type Verification = Output<'report.verify'>;

/** One part of the answer. */
export interface Verdict {
  readonly question: string;
  readonly answer: string;
  readonly detail: string;
  readonly tone: 'good' | 'attention' | 'bad';
}

/** The three parts of the answer. Who and when count only where the file is unchanged. */
export function verdicts(verification: Verification): readonly Verdict[] {
  return [unchanged(verification), who(verification), when(verification)];
}

function unchanged({ unchanged: isUnchanged, signature }: Verification): Verdict {
  const question = 'Unchanged';
  if (isUnchanged) {
    const detail = 'Every byte of the file is as it was when it was signed.';
    return { question, answer: 'Unchanged since it was signed', detail, tone: 'good' };
  }
  return signature === null
    ? {
        question,
        answer: 'No signature to check',
        detail: 'Nothing can be said about this file.',
        tone: 'bad',
      }
    : {
        question,
        answer: 'Not as it was signed',
        detail: 'Do not rely on this file. Ask the firm for its copy.',
        tone: 'bad',
      };
}

function who({ unchanged: isUnchanged, signedBy, firmKnown, signature }: Verification): Verdict {
  const question = 'Who signed';
  if (!isUnchanged && signature !== null) {
    const answer = `Not proved: it names ${signature.certificate.name}`;
    return { question, answer, detail: 'A changed file proves no name.', tone: 'bad' };
  }
  if (signedBy === null)
    return { question, answer: 'Not known', detail: 'The file names nobody.', tone: 'bad' };
  return firmKnown
    ? { question, answer: signedBy, detail: 'This computer knows the firm’s certificate.', tone: 'good' }
    : {
        question,
        answer: signedBy,
        detail:
          'This computer does not know the certificate. Compare its words with the firm by another way.',
        tone: 'attention',
      };
}

function when({ unchanged: isUnchanged, signedAt, signature }: Verification): Verdict {
  const question = 'When';
  if (!isUnchanged && signature !== null)
    return { question, answer: 'Not proved', detail: 'A changed file proves no time.', tone: 'bad' };
  if (signedAt === null)
    return { question, answer: 'Not known', detail: 'The file holds no time.', tone: 'bad' };
  const detail = 'By the clock of the computer that signed; no third party stamped the time.';
  return { question, answer: shownInstant(signedAt), detail, tone: 'good' };
}

/** A time as it is shown: "31 Aug 2026, 14:32" where this computer stands. */
export function shownInstant(instant: string): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return instant;
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${String(time.getFullYear())}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${shownDate(day)}, ${two(time.getHours())}:${two(time.getMinutes())}`;
}
