import type { Tampering } from './tampering.ts';

const sql =
  (text: string): Tampering['edit'] =>
  (database) => {
    database.exec(text);
  };

/** Edits of the tables that the journal explains. */
export const tableTampering: readonly Tampering[] = [
  {
    name: 'a result is flipped from deviation to pass',
    edit: sql("update attribute_result set result = 'pass' where id = 'result-2'"),
    found: { code: 'row-differs', object: 'attributeResult/result-2', entry: 10, person: 'AK' },
  },
  {
    name: 'a result is flipped with its recorded version',
    edit: sql(`update attribute_result set result = 'pass' where id = 'result-2';
      update field_version set value = '"pass"' where row_id = 'result-2' and field = 'result'`),
    found: { code: 'row-differs', object: 'attributeResult/result-2', entry: 10, person: 'AK' },
  },
  {
    name: 'only the recorded version of a field is edited',
    edit: sql(`update field_version set value = '"Nobody"' where row_id = 'control-1'`),
    found: { code: 'row-differs', object: 'control/control-1', entry: 13, person: 'JS' },
  },
  {
    name: 'a version is added to a row that has none',
    edit: sql(`insert into field_version values ('commitment', 'c-9', 'text', 'v', '"x"', 1, 'device-1')`),
    found: { code: 'row-differs', object: 'commitment/c-9' },
  },
  {
    name: 'a version of an unknown thing is added',
    edit: sql(`insert into field_version values ('secret', 'x', 'text', 'v', '"x"', 1, 'device-1')`),
    found: { code: 'row-added', object: 'secret' },
  },
  {
    name: 'a sign-off is moved to another paper',
    edit: sql("update sign_off set workpaper_id = 'paper-2' where id = 'sign-paper-1-manager'"),
    found: { code: 'row-differs', object: 'signOff/sign-paper-1-manager', entry: 22, person: 'MR' },
  },
  {
    name: 'a sign-off is given to another person',
    edit: sql("update sign_off set person_id = 'p-manager' where id = 'sign-paper-2-preparer'"),
    found: { code: 'row-differs', object: 'signOff/sign-paper-2-preparer', entry: 20, person: 'AK' },
  },
  {
    name: 'the content that was signed is changed',
    edit: sql(`update sign_off set content_hash = '${'0'.repeat(64)}' where id = 'sign-paper-2-reviewer'`),
    found: { code: 'row-differs', object: 'signOff/sign-paper-2-reviewer', entry: 21, person: 'JS' },
  },
  {
    name: 'a review note is erased',
    edit: sql("delete from review_note where id = 'note-1'"),
    found: { code: 'row-missing', object: 'reviewNote/note-1', entry: 16, person: 'JS' },
  },
  {
    name: 'a deviation is erased with its versions',
    edit: sql("delete from deviation; delete from field_version where entity = 'deviation'"),
    found: { code: 'row-missing', object: 'deviation/deviation-1', entry: 12, person: 'JS' },
  },
  {
    name: 'a sign-off is invented',
    edit: sql(`insert into sign_off select 'sign-forged', 'paper-2', 'manager', person_id, at, signed_on, content_hash,
      manifest_version, heads, created_by, created_at, updated_by, updated_at, created_in, revision
      from sign_off where id = 'sign-paper-1-manager'`),
    found: { code: 'row-added', object: 'signOff/sign-forged', person: 'MR' },
  },
  {
    name: 'the maker of a row is changed',
    edit: sql("update attribute_result set created_by = 'p-senior' where id = 'result-1'"),
    found: { code: 'row-differs', object: 'attributeResult/result-1', entry: 7, person: 'AK' },
  },
  {
    name: 'the time at which a row was made is changed',
    edit: sql("update sign_off set created_at = '2026-06-01T09:00:00Z' where id = 'sign-paper-1-preparer'"),
    found: { code: 'row-differs', object: 'signOff/sign-paper-1-preparer', entry: 18, person: 'AK' },
  },
  {
    name: 'the revision of a row is changed',
    edit: sql("update control set revision = 1 where id = 'control-1'"),
    found: { code: 'row-differs', object: 'control/control-1', entry: 13, person: 'JS' },
  },
  {
    name: "a person's public key is replaced in the table",
    edit: sql(`update person set public_key = '${'ab'.repeat(32)}' where id = 'p-senior'`),
    found: { code: 'row-differs', object: 'person/p-senior', entry: 1 },
  },
  {
    name: 'a list is spelled so that our own reader sees no difference',
    edit: sql(`update engagement set categories = '[ "Security" ]'`),
    found: { code: 'row-differs', object: 'engagement/engagement-1', entry: 23, person: 'MR' },
  },
  {
    name: 'a list is no list any more',
    edit: sql("update engagement set categories = 'Security'"),
    found: { code: 'row-differs', object: 'engagement/engagement-1', entry: 23, person: 'MR' },
  },
  {
    name: 'rows are put into another order',
    edit: sql("update sample_item set rowid = 99 where id = 'item-1'"),
    found: { code: 'row-differs', object: 'sampleItem' },
  },
];
