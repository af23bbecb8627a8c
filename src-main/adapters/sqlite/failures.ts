import {
  StoreError,
  type StoreFailure,
  type StoreFailureKind,
} from '../../services/ports/engagement-store.ts';

const words: Readonly<Record<StoreFailureKind, { readonly message: string; readonly next: string }>> = {
  'not-found': {
    message: 'There is no file at this place.',
    next: 'Connect the drive or choose the file again.',
  },
  exists: {
    message: 'A file of this name exists already; it was not touched.',
    next: 'Choose another name.',
  },
  'wrong-passphrase': {
    message: 'This passphrase does not open the engagement. The file was not changed.',
    next: 'Type it again, and mind Caps Lock and the keyboard layout. A forgotten passphrase cannot be recovered.',
  },
  foreign: {
    message: 'This is not a Tickmark engagement. The file was not changed.',
    next: 'Choose an engagement that Tickmark made; its name ends in .tickmark.',
  },
  empty: {
    message: 'The file is empty, so it is not an engagement. It was not changed.',
    next: 'Look for another copy of the engagement.',
  },
  damaged: {
    message: 'The file is damaged: its content does not match its check values. Nothing was changed.',
    next: 'Open another copy; keep this one for examination.',
  },
  newer: {
    message: 'The engagement was written by a newer version of Tickmark. It was not changed.',
    next: 'Update Tickmark on this computer.',
  },
  busy: {
    message: 'The engagement is open elsewhere, in another window or by another program.',
    next: 'Close it there, then open it here.',
  },
  'read-only': {
    message: 'The engagement lies in a place where this computer may not write.',
    next: 'Copy the file to a folder of your own and open the copy.',
  },
  'disk-full': {
    message: 'The disk is full. The last change was not recorded; everything before it is safe.',
    next: 'Free some space outside Tickmark, then repeat the change.',
  },
  'other-build': {
    message:
      'The engagement was written by another build of Tickmark, whose tables are not those of this one. It was not changed.',
    next: 'Open it with the Tickmark that wrote it.',
  },
  'unexpected-schema': {
    message: 'The file holds tables, views or triggers that Tickmark did not make. Nothing was changed.',
    next: 'Run “engagement verify” to see which, and open another copy.',
  },
  unreadable: {
    message: 'The file cannot be read.',
    next: 'Check that you may read it and that the drive is connected.',
  },
};

/** A failure in words. `detail` adds what is particular to this file. */
export function failure(kind: StoreFailureKind, detail = ''): StoreFailure {
  const { message, next } = words[kind];
  return { kind, message: detail === '' ? message : `${message} ${detail}`, next };
}

const kindOfCode: Readonly<Record<string, StoreFailureKind>> = {
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_FULL: 'disk-full',
  SQLITE_NOTADB: 'damaged',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_READONLY: 'read-only',
  SQLITE_CANTOPEN: 'read-only',
  SQLITE_PERM: 'read-only',
  SQLITE_IOERR: 'unreadable',
  ENOENT: 'not-found',
  EEXIST: 'exists',
  ENOSPC: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EISDIR: 'foreign',
};

/** The failure behind an error of the driver or the file system; `null` for errors that are defects of the program. */
export function failureOf(error: unknown): StoreFailure | null {
  if (error instanceof StoreError) return error.failure;
  const code = codeOf(error);
  if (code === null) return null;
  const known = Object.keys(kindOfCode).find((prefix) => code === prefix || code.startsWith(`${prefix}_`));
  const kind = known === undefined ? undefined : kindOfCode[known];
  return kind === undefined ? null : failure(kind);
}

/** Runs work on the file and turns failures of the environment into `StoreError`; defects pass through as they are. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const known = failureOf(error);
    throw known === null ? error : new StoreError(known);
  }
}

/** The library may wrap the driver's error, so both places are looked at. */
function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? codeOf(error.cause) : null;
}
