import { z } from 'zod';
import { command, nothing, shortText } from './procedure.ts';

/** A file that the user chose or dropped: a single-use token stands for it, never a path. */
const chosenFile = z.strictObject({ token: z.string(), name: z.string(), size: z.int() });

/** What a dialog is for: decides which kinds of files it offers. */
const openKind = z.enum([
  'engagement',
  'evidence',
  'list',
  'report',
  'controls',
  'firmKey',
  'letter',
  'library',
]);
const saveKind = z.enum([
  'engagement',
  'report',
  'workbook',
  'evidence',
  'certificate',
  'list',
  'kit',
  'library',
]);

/** Choosing files. */
export const filesContract = {
  /** Opens the system's dialog; an empty list means that it was closed. */
  'files.choose': command({
    needs: 'nothing',
    input: z.strictObject({ kind: openKind, multiple: z.boolean().default(false) }),
    output: z.array(chosenFile),
    touches: [],
  }),
  /** Asks where to save; `null` means that the dialog was closed. */
  'files.chooseSave': command({
    needs: 'nothing',
    input: z.strictObject({ kind: saveKind, suggestedName: shortText }),
    output: z.strictObject({ token: z.string(), name: z.string() }).nullable(),
    touches: [],
  }),
  /** The engagement that the system handed over, by a double click on its file; given once, `null` where there is none. */
  'files.takeHanded': command({
    needs: 'nothing',
    input: nothing,
    output: chosenFile.nullable(),
    touches: [],
  }),
  /** A dropped file, handed over by the preload script; the page itself cannot call this. */
  'files.offer': command({
    needs: 'nothing',
    input: z.strictObject({ path: z.string().min(1).max(4000) }),
    output: chosenFile,
    touches: [],
  }),
} as const;
