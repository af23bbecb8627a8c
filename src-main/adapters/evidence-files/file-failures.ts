import type { FileFailure, FileFailureCode } from '../../services/ports/files.ts';

const words: Readonly<Record<FileFailureCode, readonly [string, string]>> = {
  'unknown-token': ['The file was chosen for another action.', 'Choose the file again.'],
  'not-found': ['There is no file with this name.', 'Choose the file again.'],
  'not-readable': ['The file cannot be read.', 'Close it in other programs, or ask for access to it.'],
  'not-a-regular-file': [
    'This is not a regular file: a folder, a link, a device or a pipe is not taken.',
    'Choose the file itself.',
  ],
  'too-large': ['The file is larger than 4 GB.', 'Divide it, or keep it outside with its hash in the notes.'],
  changed: [
    'The file changed while it was read. Nothing was kept.',
    'Wait until it is complete, and add it again.',
  ],
  altered: [
    'This evidence file was altered outside the program.',
    'Do not rely on it; restore it from a copy.',
  ],
  'not-writable': ['The file cannot be written there.', 'Choose another place.'],
  'no-program': [
    'No program of this computer opens a file of this kind.',
    'Save a copy, and open it where there is one.',
  ],
  'disk-full': [
    'There is no room left on the disk. Nothing was written.',
    'Free some space, and save again.',
  ],
};

/** A failure in words. */
export function fileFailure(code: FileFailureCode): FileFailure {
  const [message, next] = words[code];
  return { code, message, next };
}

/** The failure behind an error of the file system. */
export function failureOfError(error: unknown, otherwise: FileFailureCode): FileFailure {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return fileFailure('not-found');
  if (code === 'ELOOP' || code === 'EISDIR') return fileFailure('not-a-regular-file');
  return fileFailure(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : otherwise);
}
