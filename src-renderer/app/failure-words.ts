import type { CallError } from './client.ts';

/** A failure in the words of the design: what failed, what is safe, what to do, and the details to copy. */
export interface FailureWords {
  readonly headline: string;
  readonly safe: string;
  readonly advice: string;
  readonly details: string;
}

/** The same where no engagement is open yet: there is no journal to speak of, and the message says what became of the file. */
export function failureWordsOfFile(what: string, error: CallError): Omit<FailureWords, 'safe'> {
  const { headline, advice, details } = failureWords(what, error);
  return { headline, advice, details };
}

/** Words for a call that failed for another reason than the rules. `what` names what could not be done. */
export function failureWords(what: string, error: CallError): FailureWords {
  const { reply } = error;
  const safe = 'Every change that was recorded is safe in the journal.';
  switch (reply.kind) {
    case 'store':
      return { headline: `${what}: ${reply.message}`, safe, advice: reply.next, details: reply.code };
    case 'internal':
      return {
        headline: what,
        safe,
        advice: 'Try again. If it fails again, copy the incident number for support.',
        details: `incident ${reply.incident}`,
      };
    case 'invalid-request':
      return { headline: what, safe, advice: 'Copy the details for support.', details: reply.message };
    case 'refused':
      return { headline: what, safe, advice: reply.refusal.next, details: reply.refusal.code };
  }
}
