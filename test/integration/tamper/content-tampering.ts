import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { withoutTriggers } from '../../helpers/store/raw-client.ts';
import type { Tampering } from './tampering.ts';

const sql =
  (text: string): Tampering['edit'] =>
  (database) => {
    database.exec(text);
  };

/** Changes the lines of the population's rows; the first stands for row 2 of the file. */
const editLines =
  (edit: (lines: readonly string[]) => readonly string[]): Tampering['edit'] =>
  (database) => {
    const packed = database.prepare<[], Buffer>('select lines from population_block').pluck().get();
    if (packed === undefined) throw new Error('the file holds no rows');
    const lines = edit(
      zstdDecompressSync(packed)
        .toString()
        .split(/(?<=\n)/),
    );
    database.prepare('update population_block set lines = ?').run(zstdCompressSync(lines.join('')));
  };

const chunkOf = (sha256: string): string => `(select blob_id from evidence_blob where sha256 = '${sha256}')`;
const ticket = { object: 'evidenceFile/evidence-ticket', entry: 2, person: 'AK' } as const;
const screenshot = { object: 'evidenceFile/evidence-screenshot', entry: 3, person: 'AK' } as const;
const rows = { code: 'population-rows', object: 'population/population-1', entry: 4, person: 'AK' } as const;

/** Edits of evidence, population rows, the schema and what the file says of itself. */
export const contentTampering: readonly Tampering[] = [
  {
    name: 'the bytes of an evidence file are changed',
    edit: (database, { evidence }) => {
      withoutTriggers(database, () =>
        database
          .prepare(`update evidence_chunk set bytes = ? where blob_id = ${chunkOf(evidence.ticket)}`)
          .run(Buffer.from('Ticket LV-001: access disabled on 13 July 2025.')),
      );
    },
    found: { code: 'evidence-changed', ...ticket },
  },
  {
    name: 'two evidence files exchange their bytes',
    edit: (database, { evidence }) => {
      const swap = database.prepare('update evidence_blob set blob_id = ? where sha256 = ?');
      const idOf = database
        .prepare<[string], string>('select blob_id from evidence_blob where sha256 = ?')
        .pluck();
      const [first = '', second = ''] = [idOf.get(evidence.ticket), idOf.get(evidence.screenshot)];
      swap.run('between', evidence.ticket);
      swap.run(first, evidence.screenshot);
      swap.run(second, evidence.ticket);
    },
    found: { code: 'evidence-changed', ...screenshot },
  },
  {
    name: 'a piece of an evidence file is removed',
    edit: (database, { evidence }) => {
      database.exec(
        `delete from evidence_chunk where position = 1 and blob_id = ${chunkOf(evidence.screenshot)}`,
      );
    },
    found: { code: 'evidence-changed', ...screenshot },
  },
  {
    name: 'two pieces of an evidence file change places',
    edit: (database, { evidence }) => {
      withoutTriggers(database, () => {
        const move = database.prepare(
          `update evidence_chunk set position = ? where position = ? and blob_id = ${chunkOf(evidence.screenshot)}`,
        );
        for (const [to, from] of [
          [9, 0],
          [0, 2],
          [2, 9],
        ])
          move.run(to, from);
      });
    },
    found: { code: 'evidence-changed', ...screenshot },
  },
  {
    name: 'an evidence file is removed',
    edit: (database, { evidence }) => {
      database.exec(`delete from evidence_blob where sha256 = '${evidence.ticket}'`);
    },
    found: { code: 'evidence-missing', ...ticket },
  },
  {
    name: 'the row of an evidence file is replaced by that of other bytes',
    edit: (database, { evidence }) => {
      database.exec(`insert into evidence_chunk values ('forged', 0, x'00');
        update evidence_blob set blob_id = 'forged', size = 1 where sha256 = '${evidence.ticket}'`);
    },
    found: { code: 'evidence-changed', ...ticket },
  },
  {
    name: 'the recorded size of an evidence file is changed',
    edit: (database, { evidence }) => {
      database.exec(`update evidence_blob set size = 1 where sha256 = '${evidence.ticket}'`);
    },
    found: { code: 'evidence-changed', ...ticket },
  },
  {
    name: 'a population row is changed',
    edit: editLines((lines) => lines.with(7, lines[7]?.replace('closed', 'open') ?? '')),
    found: rows,
  },
  {
    name: 'a population row is removed',
    edit: editLines((lines) => lines.toSpliced(7, 1)),
    found: rows,
  },
  {
    name: 'a population row is added',
    edit: editLines((lines) => [...lines, '[99,"LV-099","2025-12-01",true,[]]\n']),
    found: rows,
  },
  {
    name: 'an excluded population row is counted in',
    edit: editLines((lines) => lines.map((line) => line.replace(',false,', ',true,'))),
    found: rows,
  },
  {
    name: 'a population row cannot be taken apart',
    edit: editLines((lines) => lines.with(7, 'closed\n')),
    found: rows,
  },
  {
    name: 'population rows are hidden from those who ask for them by key',
    edit: sql('update population_block set key_marks = zeroblob(length(key_marks))'),
    found: rows,
  },
  {
    name: 'the rows of a population are told to fall on another day',
    edit: sql(`update population_block set days = '["2025-12-31"]'`),
    found: rows,
  },
  {
    name: 'a trigger is added',
    edit: sql(
      `create trigger forge after insert on journal begin update attribute_result set result = 'pass'; end`,
    ),
    found: { code: 'schema', object: 'trigger/forge' },
  },
  {
    name: 'a trigger that keeps the journal append-only is removed',
    edit: sql('drop trigger journal_no_update'),
    found: { code: 'schema', object: 'trigger/journal_no_update' },
  },
  {
    name: 'a trigger is weakened',
    edit: sql(`drop trigger journal_no_delete;
      create trigger journal_no_delete before delete on journal when 0 begin select raise(abort, 'journal is append-only'); end`),
    found: { code: 'schema', object: 'trigger/journal_no_delete' },
  },
  {
    name: 'a view is added',
    edit: sql('create view results as select * from attribute_result'),
    found: { code: 'schema', object: 'view/results' },
  },
  {
    name: 'a view that never ends takes the place of a table',
    edit: sql(`alter table sign_off rename to hidden;
      create view sign_off as with recursive n(i) as (select 1 union all select i + 1 from n) select i as id from n`),
    found: { code: 'schema', object: 'view/sign_off' },
  },
  {
    name: 'a view that never ends takes the place of the file’s own facts',
    edit: sql(`drop table file_fact;
      create view file_fact as with recursive n(i) as (select 1 union all select i + 1 from n) select 'engagement' as name, i as value from n where i < 0`),
    found: { code: 'schema', object: 'view/file_fact' },
  },
  {
    name: 'a table is added',
    edit: sql('create table notes (text text)'),
    found: { code: 'schema', object: 'table/notes' },
  },
  {
    name: 'a column is added to a table',
    edit: sql('alter table sign_off add column approved integer default 1'),
    found: { code: 'schema', object: 'table/sign_off' },
  },
  {
    name: 'an index is removed',
    edit: sql('drop index evidence_blob_blob_id_unique'),
    found: { code: 'schema', object: 'index/evidence_blob_blob_id_unique' },
  },
  {
    name: 'the file claims to hold another engagement',
    edit: sql("update file_fact set value = 'engagement-2'"),
    found: { code: 'entry-foreign', entry: 1, person: 'AK' },
  },
  {
    name: 'the file says more of itself than we wrote',
    edit: sql("insert into file_fact values ('approved', 'yes')"),
    found: { code: 'file-fact' },
  },
  {
    name: 'the record of migrations is changed',
    edit: sql("update applied_migration set sha256 = 'x'"),
    found: { code: 'file-fact' },
  },
  {
    name: 'the version of the tables is changed',
    edit: sql('pragma user_version = 0'),
    found: { code: 'file-fact' },
  },
];
