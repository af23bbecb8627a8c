import type { Entry } from '../../../shared/domain/journal/entry.ts';
import { testActor } from '../../helpers/store/actors.ts';
import { withoutTriggers } from '../../helpers/store/raw-client.ts';
import { specimenEntries, type SpecimenTeam } from '../../helpers/store/specimen-engagement.ts';
import {
  linesOf,
  replaceJournal,
  rewritten,
  unsigned,
  withValue,
  type Signer,
  type StoredLine,
} from './journal-forgery.ts';
import type { TamperContext, Tampering } from './tampering.ts';

/** Rewrites the whole list of entries. */
const journal =
  (
    change: (lines: readonly StoredLine[], context: TamperContext) => readonly StoredLine[],
  ): Tampering['edit'] =>
  (database, context) => {
    replaceJournal(database, change(linesOf(database), context));
  };

const renumbered = (lines: readonly StoredLine[]): readonly StoredLine[] =>
  lines.map((line, index) => ({ ...line, position: index + 1 }));

const signerAmong =
  (team: SpecimenTeam): Signer =>
  (entry) =>
    [team.staff, team.senior, team.manager].find((person) => person.personId === entry.actor) ?? null;

const seenBefore = ({ head }: TamperContext) => ({ seen: { entries: specimenEntries, head } });

const toPass = (entry: Entry): Entry => withValue(entry, 'result', 'pass');

/** Edits of the journal itself. */
export const journalTampering: readonly Tampering[] = [
  {
    name: 'an entry is removed from the middle',
    edit: journal((lines) => lines.filter((line) => line.position !== 10)),
    found: { code: 'entry-missing', entry: 11, object: 'deviation/deviation-1', person: 'AK' },
  },
  {
    name: 'an entry is removed and the others are numbered anew',
    edit: journal((lines) => renumbered(lines.filter((line) => line.position !== 10))),
    found: { code: 'entry-missing', entry: 10, object: 'deviation/deviation-1', person: 'AK' },
  },
  {
    name: 'the last entry is removed',
    edit: journal((lines) => lines.slice(0, -1)),
    found: { code: 'row-differs', object: 'engagement/engagement-1' },
  },
  {
    name: 'the last entry is removed and the tables are set back: an older copy',
    edit: (database) => {
      replaceJournal(database, linesOf(database).slice(0, -1));
      database.exec(`update engagement set status_reason = null, revision = 1, updated_by = created_by, updated_at = created_at;
        delete from field_version where entity = 'engagement'`);
    },
    found: { code: 'rolled-back', entry: specimenEntries },
    knowing: seenBefore,
  },
  {
    name: 'two entries change places',
    edit: journal((lines) =>
      lines
        .map((line) => ({
          ...line,
          position: line.position === 7 ? 8 : line.position === 8 ? 7 : line.position,
        }))
        .toSorted((a, b) => a.position - b.position),
    ),
    found: { code: 'entry-missing', entry: 7, object: 'attributeResult/result-2', person: 'AK' },
  },
  {
    name: 'the first entry is removed',
    edit: journal((lines) => lines.slice(1)),
    found: { code: 'entry-missing', entry: 2, object: 'evidenceFile/evidence-ticket' },
  },
  {
    name: 'the text of an entry is edited',
    edit: journal((lines) =>
      lines.map((line) =>
        line.position === 10 ? { ...line, entry: line.entry.replace('deviation', 'pass') } : line,
      ),
    ),
    found: { code: 'entry-changed', entry: 10, object: 'attributeResult/result-2', person: 'AK' },
  },
  {
    name: 'an entry is edited and hashed anew',
    edit: journal((lines) =>
      lines.map(
        (line) =>
          rewritten(lines, 10, toPass, unsigned).find(
            ({ position }) => position === 10 && line.position === 10,
          ) ?? line,
      ),
    ),
    found: { code: 'entry-signature', entry: 10, object: 'attributeResult/result-2', person: 'AK' },
  },
  {
    name: 'an entry is edited and all that follow are linked anew',
    edit: journal((lines) => rewritten(lines, 10, toPass, unsigned)),
    found: { code: 'entry-signature', entry: 10, object: 'attributeResult/result-2', person: 'AK' },
  },
  {
    name: 'an entry is edited and signed with a key made for it',
    edit: journal((lines) => rewritten(lines, 10, toPass, () => testActor('p-staff'))),
    found: { code: 'entry-signature', entry: 10, object: 'attributeResult/result-2', person: 'AK' },
  },
  {
    name: 'a person of the team signs the entries of another',
    edit: journal((lines, { team }) =>
      rewritten(
        lines,
        19,
        (entry) => entry,
        () => team.staff,
      ),
    ),
    found: { code: 'entry-signature', entry: 19, object: 'signOff/sign-paper-1-reviewer', person: 'JS' },
  },
  {
    name: 'tables and journal are edited to agree, without a key',
    edit: (database) => {
      const forged = rewritten(linesOf(database), 10, toPass, unsigned);
      replaceJournal(database, forged);
      const [line] = forged.filter(({ position }) => position === 10);
      database.exec("update attribute_result set result = 'pass' where id = 'result-2'");
      database
        .prepare(
          "update field_version set value = '\"pass\"', version = ? where row_id = 'result-2' and field = 'result'",
        )
        .run(line?.hash);
    },
    found: { code: 'entry-signature', entry: 10, object: 'attributeResult/result-2', person: 'AK' },
  },
  {
    name: 'the signatures of two entries are exchanged',
    edit: journal((lines) => {
      const signatureAt = (position: number) =>
        lines.find((line) => line.position === position)?.signature ?? '';
      const swapped = new Map([
        [18, signatureAt(20)],
        [20, signatureAt(18)],
      ]);
      return lines.map((line) => ({ ...line, signature: swapped.get(line.position) ?? line.signature }));
    }),
    found: { code: 'entry-signature', entry: 18, object: 'signOff/sign-paper-1-preparer', person: 'AK' },
  },
  {
    name: 'a signature is taken away',
    edit: journal((lines) => lines.map((line) => (line.position === 22 ? { ...line, signature: '' } : line))),
    found: { code: 'entry-signature', entry: 22, object: 'signOff/sign-paper-1-manager', person: 'MR' },
  },
  {
    name: 'a sign-off is moved to another paper in journal and tables',
    edit: (database) => {
      replaceJournal(
        database,
        rewritten(linesOf(database), 22, (entry) => withValue(entry, 'workpaperId', 'paper-2'), unsigned),
      );
      database.exec("update sign_off set workpaper_id = 'paper-2' where id = 'sign-paper-1-manager'");
    },
    found: { code: 'entry-signature', entry: 22, object: 'signOff/sign-paper-1-manager', person: 'MR' },
  },
  {
    name: 'an entry is given to another person',
    edit: journal((lines) => rewritten(lines, 18, (entry) => ({ ...entry, actor: 'p-manager' }), unsigned)),
    found: { code: 'entry-signature', entry: 18, object: 'signOff/sign-paper-1-preparer', person: 'MR' },
  },
  {
    name: 'an entry is dated back',
    edit: journal((lines) =>
      rewritten(lines, 22, (entry) => ({ ...entry, at: '2026-06-30T17:00:00Z' }), unsigned),
    ),
    found: { code: 'entry-signature', entry: 22, object: 'signOff/sign-paper-1-manager', person: 'MR' },
  },
  {
    name: "a person's public key is replaced from the first entry on, and that person's entries are signed with it",
    edit: journal((lines, { team }) => {
      const forger = testActor('p-staff');
      const withKey = (entry: Entry) => withValue(entry, 'publicKey', forger.publicKey);
      return rewritten(lines, 1, withKey, (entry) =>
        entry.actor === 'p-staff' ? forger : signerAmong(team)(entry),
      );
    }),
    found: { code: 'person-key', object: 'person/p-staff', entry: 1, person: 'AK' },
    knowing: ({ team }) => ({ keys: { 'p-staff': team.staff.publicKey } }),
  },
  {
    name: 'the whole journal is written anew with all keys',
    edit: (database, { team }) => {
      const forged = rewritten(
        linesOf(database),
        23,
        (entry) => withValue(entry, 'statusReason', 'Approved.'),
        signerAmong(team),
      );
      replaceJournal(database, forged);
    },
    found: { code: 'rolled-back', entry: specimenEntries },
    knowing: seenBefore,
  },
  {
    name: 'an entry is repeated at the end',
    edit: journal((lines) => [
      ...lines,
      ...lines.slice(-1).map((line) => ({ ...line, position: 24, sequence: 24, hash: 'f'.repeat(64) })),
    ]),
    found: { code: 'entry-order', entry: 24, object: 'engagement/engagement-1', person: 'MR' },
  },
  {
    name: 'an entry of another engagement is put at the end',
    edit: journal((lines, { team }) => {
      const extra = lines.slice(-1).map((line) => ({ ...line, position: 24 }));
      const foreign = rewritten(
        [...lines, ...extra],
        24,
        (entry) => ({
          ...entry,
          engagement: 'engagement-2',
          sequence: 24,
          lamport: 24,
          previous: lines.at(-1)?.hash ?? '',
        }),
        signerAmong(team),
      );
      return foreign;
    }),
    found: { code: 'entry-foreign', entry: 24, person: 'MR' },
  },
  {
    name: 'an entry is filed under another device',
    edit: (database) => {
      withoutTriggers(database, () =>
        database.exec("update journal set device = 'device-2' where position = 23"),
      );
    },
    found: { code: 'entry-changed', entry: 23, object: 'engagement/engagement-1', person: 'MR' },
  },
  {
    name: 'an entry is no text of ours',
    edit: journal((lines) =>
      lines.map((line) => (line.position === 9 ? { ...line, entry: `${line.entry} ` } : line)),
    ),
    found: { code: 'entry-unreadable', entry: 9 },
  },
];
