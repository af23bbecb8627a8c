import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { FileError, type FileFailure } from './ports/files.ts';
import type { TableFailure } from './ports/tabular.ts';

/** A chosen file that cannot be read or written, as a refusal. */
export function fileRefusal({ code, message, next }: FileFailure): Refusal {
  return rule('unreadable-file', message, next, { reason: code });
}

/** A list that the readers refuse, as a refusal; cancelling is one too. */
export function tableRefusal({ code, message, facts }: TableFailure): Refusal {
  if (code === 'cancelled') return cancelled();
  const next = 'Choose another file, or ask the client for the list again.';
  return rule('unreadable-file', message, next, { reason: code, ...facts });
}

/** The person stopped the work. */
export const cancelled = (): Refusal =>
  rule('cancelled', 'Cancelled. Nothing was kept.', 'Start again when you are ready.');

/** The refusal behind an error that streaming a file threw; any other error is thrown on. */
export function refusalOfStream(error: unknown): Refusal {
  if (error instanceof FileError) return fileRefusal(error.failure);
  if (error instanceof StoppedError) return cancelled();
  throw error;
}

/** Thrown out of a stream to end it when the person cancels. */
export class StoppedError extends Error {}
