import { z } from 'zod';
import { controlType, frequency, nature } from './control.ts';
import { command, id, longText, nothing, query, shortText } from './procedure.ts';

const code = z.string().trim().max(40);
const list = z.array(z.string().max(2000)).max(50);
const textFields = {
  code,
  family: shortText,
  title: shortText,
  text: longText,
  nature,
  type: controlType,
  frequency,
  criteria: z.array(z.string().max(20)).max(61),
  population: shortText,
  evidenceToRequest: list,
  procedures: list,
  attributes: z.array(z.strictObject({ key: z.string().max(1), test: z.string().max(2000) })).max(26),
  typicalDeviations: list,
  parameters: z.record(z.string().max(60), z.string().max(200)),
};
/** What an entry says: wording with placeholders, criteria, attributes, suggested procedures. */
const libraryText = z.strictObject(textFields);

/** An entry of either library as the list shows it. */
const entryView = z.strictObject({
  id: z.string(),
  origin: z.enum(['shipped', 'firm']),
  ...{ code: z.string(), family: z.string(), title: z.string(), text: z.string() },
  criteria: z.array(z.string()),
  frequency: z.string(),
  attributes: z.int(),
  placeholders: z.array(z.string()),
  /** Version of a firm's entry; of the shipped library as a whole. */
  version: z.int(),
  isRetired: z.boolean(),
  /** Of a firm's entry: the shipped control that it was taken from. Of a shipped one: the firm's entry that takes its place. */
  takenFrom: z.string().nullable(),
  replacedBy: z.string().nullable(),
  changedBy: z.string().nullable(),
  changedAt: z.string().nullable(),
});

const why = shortText;
const ref = { id, version: z.int().min(1) };
const changed = z.strictObject({ id, version: z.int() });
const touches = ['library', 'control', 'testing'];
const fault = z.strictObject({ row: z.int(), column: z.string(), message: z.string() });
const file = { token: z.string().min(1).max(4000) };

/** The firm's own control library, in the profile of this computer; nothing of an engagement. */
export const libraryContract = {
  /** Both libraries: the firm's entries, retired ones too, then those that ship with the program. */
  'library.list': query({ needs: 'nothing', input: nothing, output: z.array(entryView) }),
  /** One entry whole, a firm's with all its versions, the newest first. */
  'library.get': query({
    needs: 'nothing',
    input: z.strictObject({ id }),
    output: z.strictObject({
      id,
      origin: z.enum(['shipped', 'firm']),
      text: libraryText,
      version: z.int(),
      isRetired: z.boolean(),
      takenFrom: z.string().nullable(),
      versions: z.array(
        z.strictObject({
          version: z.int(),
          isRetired: z.boolean(),
          by: z.string(),
          at: z.string(),
          why: z.string(),
          text: libraryText,
        }),
      ),
    }),
  }),
  /** Adds an entry of the firm's own. */
  'library.add': command({
    needs: 'nothing',
    input: z.strictObject({ text: libraryText, why }),
    output: changed,
    touches,
  }),
  /** Takes a control of the shipped library over as the firm's entry, which then stands in its place. */
  'library.takeOver': command({
    needs: 'nothing',
    input: z.strictObject({ shippedId: code.min(1), why }),
    output: changed,
    touches,
  }),
  /** Changes fields of an entry: a new version. */
  'library.edit': command({
    needs: 'nothing',
    input: z.strictObject({ ...ref, text: libraryText.partial(), why }),
    output: changed,
    touches,
  }),
  /** Retires an entry: it is not offered any more and stays readable. */
  'library.retire': command({
    needs: 'nothing',
    input: z.strictObject({ ...ref, why }),
    output: changed,
    touches,
  }),
  /** Brings a retired entry back. */
  'library.reinstate': command({
    needs: 'nothing',
    input: z.strictObject({ ...ref, why }),
    output: changed,
    touches,
  }),
  /** Saves the firm's library: JSON with all versions, or a sheet with the standing ones. */
  'library.export': command({
    needs: 'nothing',
    input: z.strictObject({ ...file, format: z.enum(['json', 'xlsx']) }),
    output: z.strictObject({ entries: z.int(), sha256: z.string(), size: z.int() }),
    touches: [],
  }),
  /** What a file would bring, with the faults by row. Writes nothing. */
  'library.importPreview': query({
    needs: 'nothing',
    input: z.strictObject(file),
    output: z.strictObject({
      name: z.string(),
      entries: z.array(
        z.strictObject({
          row: z.int(),
          code: z.string(),
          title: z.string(),
          effect: z.enum(['add', 'change', 'retire', 'same', 'leave']),
        }),
      ),
      faults: z.array(fault),
    }),
  }),
  /** Takes the entries of a file: new ones, and new versions by their number. */
  'library.import': command({
    needs: 'nothing',
    input: z.strictObject({ ...file, leaveOutFaulty: z.boolean().default(false), why }),
    output: z.strictObject({ added: z.int(), changed: z.int(), retired: z.int(), leftOut: z.int() }),
    touches,
  }),
} as const;
