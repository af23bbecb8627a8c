import { z } from 'zod';
import { suggestionReasons } from '../domain/access-review/identity.ts';
import {
  disposition,
  exceptionView,
  fieldName,
  kind,
  listFields,
  listView,
  mapping,
  reading,
  review,
  reviewFields,
  reviewLine,
  ruleId,
  ruleView,
  token,
} from './access-review-views.ts';
import {
  command,
  done,
  id,
  longText,
  nothing,
  page,
  plainDate,
  query,
  reasons,
  revision,
  shortText,
} from './procedure.ts';

const verdict = z.enum(['agrees', 'exception', 'notCompared']);
const touches = ['accessReview', 'testing', 'review', 'evidence', 'engagement'] as const;

/** The user access review: lists, matches, rules, exceptions, and their way into the grid. */
export const accessReviewContract = {
  'accessReview.list': query({ input: nothing, output: z.array(reviewLine).readonly() }),
  /** A review with its lists and every rule that the engagement may use. */
  'accessReview.get': query({
    input: z.strictObject(review),
    output: z.strictObject({
      ...reviewLine.shape,
      status: z.string(),
      run: z
        .strictObject({
          runId: id,
          at: z.string(),
          by: z.string(),
          rulesVersion: z.string(),
          resultSha256: z.string(),
          /** Whether lists, dates, figures and matches are still those of the run. */
          isCurrent: z.boolean(),
        })
        .nullable(),
      listViews: z.array(listView).readonly(),
      rules: z.array(ruleView).readonly(),
      /** Active human accounts without a person for which a person is suggested. */
      matchesToConfirm: z.int(),
    }),
  }),
  'accessReview.open': command({
    input: z.strictObject({ ...reviewFields, reasons }),
    output: z.strictObject(review),
    touches,
  }),
  'accessReview.edit': command({
    input: z.strictObject({ ...review, revision, ...reviewFields, reasons }),
    output: done,
    touches,
  }),
  'accessReview.setFigures': command({
    input: z.strictObject({
      ...review,
      revision,
      ruleId,
      figures: z.record(fieldName, z.int().min(0)),
      reasons,
    }),
    output: done,
    touches,
  }),
  /** Reads a chosen file and shows how its columns would be read: as before for this kind of list, else as they suggest. */
  'accessReview.previewList': query({
    input: z.strictObject({
      ...review,
      kind,
      token,
      ...reading,
      mapping: mapping.nullable().default(null),
      maxRows: z.int().min(1).max(200).default(20),
    }),
    output: z.strictObject({
      name: z.string(),
      size: z.int(),
      format: z.enum(['csv', 'xlsx']),
      sheet: z.string().nullable(),
      sheets: z.array(z.string()).readonly(),
      encoding: z.string().nullable(),
      delimiter: z.string().nullable(),
      rowsInFile: z.int(),
      columns: z.array(z.string()).readonly(),
      rows: z.array(z.array(z.string()).readonly()).readonly(),
      problems: z.array(z.strictObject({ code: z.string(), words: z.string() })).readonly(),
      mapping,
      mappingFrom: z.enum(['given', 'before', 'suggested']),
      faults: z.array(z.strictObject({ field: z.string(), words: z.string() })).readonly(),
    }),
  }),
  /** Adds a list; its file becomes evidence. `unreadable-file`, `cancelled` (nothing is kept). */
  'accessReview.importList': command({
    input: z.strictObject({
      ...review,
      kind,
      token,
      ...reading,
      ...listFields,
      mapping,
      receivedOn: plainDate,
      sourcePerson: shortText.default(''),
      reasons,
    }),
    output: z.strictObject({ listId: id, rows: z.int() }),
    touches,
  }),
  'accessReview.editList': command({
    input: z.strictObject({ listId: id, revision, ...listFields, mapping, reasons }),
    output: done,
    touches,
  }),
  'accessReview.withdrawList': command({
    input: z.strictObject({ listId: id, reasons }),
    output: done,
    touches,
  }),
  /** Accounts without a person, with whom they may belong to; those decided on follow. */
  'accessReview.matches': query({
    input: z.strictObject({ ...review, ...page.shape }),
    output: z.strictObject({
      total: z.int(),
      accounts: z
        .array(
          z.strictObject({
            accountKey: z.string(),
            name: z.string(),
            email: z.string(),
            matchedBy: z.enum(['personKey', 'email', 'confirmed']).nullable(),
            suggestions: z
              .array(
                z.strictObject({
                  personKey: z.string(),
                  name: z.string(),
                  email: z.string(),
                  reason: z.enum(suggestionReasons),
                }),
              )
              .readonly(),
          }),
        )
        .readonly(),
      decided: z
        .array(
          z.strictObject({
            accountKey: z.string(),
            personKey: z.string(),
            isConfirmed: z.boolean(),
            reason: z.string(),
            by: z.string(),
          }),
        )
        .readonly(),
    }),
  }),
  'accessReview.decideMatches': command({
    input: z.strictObject({
      ...review,
      matches: z
        .array(
          z.strictObject({
            accountKey: z.string().max(2000),
            personKey: z.string().max(500),
            isConfirmed: z.boolean(),
            reason: longText.default(''),
          }),
        )
        .min(1)
        .max(500),
      reasons,
    }),
    output: done,
    touches,
  }),
  /** Runs every rule and records what each answered. */
  'accessReview.run': command({
    input: z.strictObject({ ...review, reasons }),
    output: z.strictObject({ runId: id, exceptions: z.int() }),
    touches,
  }),
  'accessReview.exceptions': query({
    input: z.strictObject({
      ...review,
      ruleId: ruleId.nullable().default(null),
      /** `unset` for those on which nobody decided. */
      disposition: z
        .enum(['unset', ...disposition.options])
        .nullable()
        .default(null),
      ...page.shape,
    }),
    output: z.strictObject({ total: z.int(), exceptions: z.array(exceptionView).readonly() }),
  }),
  /** The records that a rule is about, by what it said of each, as the lists stand now. */
  'accessReview.items': query({
    input: z.strictObject({ ...review, ruleId, verdict: verdict.nullable().default(null), ...page.shape }),
    output: z.strictObject({
      total: z.int(),
      items: z
        .array(
          z.strictObject({
            key: z.string(),
            label: z.string(),
            list: z.string(),
            rows: z.array(z.int()).readonly(),
            verdict,
            words: z.string(),
          }),
        )
        .readonly(),
    }),
  }),
  'accessReview.dispose': command({
    input: z.strictObject({
      exceptionIds: z.array(id).min(1).max(500),
      disposition: disposition.nullable(),
      reason: longText.default(''),
      evidenceIds: z.array(id).max(50).default([]),
      reasons,
    }),
    output: done,
    touches,
  }),
  /** Writes the exceptions put to the client, or all that wait, as a workbook to a chosen place. */
  'accessReview.exportExceptions': command({
    input: z.strictObject({ ...review, token }),
    output: z.strictObject({ exceptions: z.int(), size: z.int() }),
    touches: [],
  }),
  /** Reads the workbook that came back. An answer decides nothing. */
  'accessReview.importAnswers': command({
    input: z.strictObject({ ...review, token, sheet: reading.sheet, answeredOn: plainDate, reasons }),
    output: z.strictObject({ answered: z.int(), empty: z.int(), unknown: z.array(z.string()).readonly() }),
    touches,
  }),
  /** Operating tests into whose attributes results may be taken; those of the control of the rule come first. */
  'accessReview.tests': query({
    input: z.strictObject({ ruleId }),
    output: z
      .array(
        z.strictObject({
          testId: id,
          workpaperId: id,
          ref: z.string(),
          controlCode: z.string(),
          isOfRule: z.boolean(),
          /** Whether all records of its list are its items. */
          takesAll: z.boolean(),
          attributes: z
            .array(
              z.strictObject({ attributeId: id, key: z.string(), text: z.string(), isOfRule: z.boolean() }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  }),
  /** Records the results of a rule as “all items” in an attribute of a test. Gates T1, T7. */
  'accessReview.takeResults': command({
    input: z.strictObject({ ...review, ruleId, testId: id, attributeId: id, reasons }),
    output: z.strictObject({
      passed: z.int(),
      deviations: z.int(),
      waiting: z.int(),
      left: z.int(),
    }),
    touches,
  }),
} as const;
