import { z } from 'zod';
import { findingView } from './engagement.ts';
import { command, done, id, longText, query, reasons, revision, shortText } from './procedure.ts';

const basis = z.enum(['statistical', 'frequencyGuidance', 'all', 'oneInstance', 'targeted']);
const method = z.enum(['simpleRandom', 'systematic', 'stratified', 'haphazard', 'judgmental']);
const planStatus = z.enum(['proposed', 'approved', 'drawn', 'expanded', 'superseded']);

/** Risk, tolerable and expected rate in basis points: 500 is 5 %. */
const planRates = z.strictObject({
  risk: z.int().min(1).max(9999),
  tolerableRate: z.int().min(1).max(9999),
  expectedRate: z.int().min(0).max(9998),
});

const seed = z.string().trim().min(1).max(200);
const keys = z.array(z.string().min(1).max(32_767)).max(10_000);

/** An item of a sample. */
const sampleItemView = z.strictObject({
  id,
  revision,
  /** Place in the sequence of the plan and what expands it. */
  ordinal: z.int(),
  key: z.string(),
  rowNumber: z.int(),
  occurredOn: z.string().nullable(),
  stratum: z.string().nullable(),
  status: z.enum(['selected', 'replaced', 'notApplicable']),
  replacementOf: z.string().nullable(),
  replacementReason: z.string().nullable(),
});

const stratumItems = z.strictObject({
  stratum: z.string().max(32_767),
  items: z.int().min(0).max(10_000_000),
});

/** A plan with its author, approval and draw. */
const planView = z.strictObject({
  id,
  revision,
  testId: id,
  populationId: id,
  parentId: z.string().nullable(),
  basis,
  method,
  rates: planRates.nullable(),
  computedSize: z.int(),
  chosenSize: z.int(),
  overrideReason: z.string().nullable(),
  seed: z.string().nullable(),
  algorithm: z.string().nullable(),
  stratumColumn: z.string().nullable(),
  chosenKeys: z.array(z.string()).readonly(),
  selectionReason: z.string().nullable(),
  stopRule: z.string().nullable(),
  status: planStatus,
  statusReason: z.string().nullable(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  drawnBy: z.string().nullable(),
  drawnAt: z.string().nullable(),
  drawnPopulationSha256: z.string().nullable(),
  drawnPopulationCount: z.int().nullable(),
  /** What the list shows and nobody has accepted: at the draw once it was made, else now. */
  openFindings: z.array(z.string()).readonly(),
  /** What the method of selection may miss. */
  warnings: z.array(z.string()).readonly(),
  /** The exact risk of both stages, 0 to 1, of the plan that first expands a statistical one; else `null`. */
  expandedRisk: z.number().nullable(),
  /** The auditor's own division among the strata; empty where it follows their records. */
  allocation: z.array(stratumItems).readonly(),
  items: z.array(sampleItemView).readonly(),
});

const block = z.strictObject({
  start: z.string(),
  end: z.string(),
  label: z.string(),
  items: z.int(),
  records: z.int(),
});

/** The spread of the items over the period. */
const coverageView = z.strictObject({
  words: z.string(),
  quarters: z.array(block).readonly(),
  months: z.array(block).readonly(),
  outside: z.int(),
});

const stage = z.strictObject({ additional: z.int(), total: z.int(), risk: z.number() });
const touches = ['sampling', 'testing', 'population', 'review', 'engagement'] as const;
const target = { planId: id, revision };
const suggestionFields = {
  basis,
  rates: planRates.nullable().default(null),
};

/** Sizes, plans, draws, replacements, expansions. */
export const samplingContract = {
  /** The size by a basis, what it means, and the other ways to a size. */
  'sampling.suggest': query({
    input: z.strictObject({ populationId: id, ...suggestionFields }),
    output: z.strictObject({
      records: z.int(),
      size: z.int(),
      allowedDeviations: z.int().nullable(),
      meaning: z.string(),
      supports: z.string(),
      ways: z
        .array(
          z.strictObject({
            way: z.enum(['exactFinite', 'exactLarge', 'guidance', 'all']),
            size: z.int(),
            assurance: z.string(),
          }),
        )
        .readonly(),
    }),
  }),
  /** The strata of a column with their records, and the division of a size in proportion to them. */
  'sampling.strata': query({
    input: z.strictObject({
      populationId: id,
      column: z.string().max(32_767),
      size: z.int().min(1).max(10_000_000),
    }),
    output: z.array(z.strictObject({ stratum: z.string(), records: z.int(), items: z.int() })).readonly(),
  }),
  /** Proposes a plan. Without a seed one is made; either way it is on record, and shown, before the draw. Gates D4, S3, S4. */
  'sampling.plan': command({
    input: z.strictObject({
      testId: id,
      populationId: id,
      ...suggestionFields,
      chosenSize: z.int().min(1).max(10_000_000),
      method: method.default('simpleRandom'),
      stratumColumn: z.string().max(32_767).nullable().default(null),
      /** The auditor's own division among the strata; empty leaves it to their records. */
      allocation: z.array(stratumItems).max(1000).default([]),
      seed: seed.nullable().default(null),
      chosenKeys: keys.default([]),
      selectionReason: longText.nullable().default(null),
      reasons,
    }),
    output: z.strictObject({
      planId: id,
      seed: z.string().nullable(),
      /** What the method of selection may miss. */
      warnings: z.array(z.string()).readonly(),
    }),
    touches,
  }),
  /** Approval by a second person (S2); fewer items than computed need the reason of a senior or above (S1). */
  'sampling.approve': command({ input: z.strictObject({ ...target, reasons }), output: done, touches }),
  /** Draws the approved plan. Gates N1, N4, S2, S3, S4. A seed, where given, must be the one on record. */
  'sampling.draw': command({
    input: z.strictObject({ planId: id, revision: revision.optional(), seed: seed.optional(), reasons }),
    output: z.strictObject({
      algorithm: z.string().nullable(),
      populationSha256: z.string().nullable(),
      count: z.int(),
      /** What the list showed and nobody had accepted; the draw says so and is made. */
      openFindings: z.array(z.string()).readonly(),
      items: z.array(z.strictObject({ itemId: id, ordinal: z.int(), key: z.string() })).readonly(),
    }),
    touches,
  }),
  /** Draws the recorded sequence again and compares. */
  'sampling.redraw': query({
    input: z.strictObject({ planId: id }),
    output: z.strictObject({
      same: z.boolean(),
      items: z.int(),
      ordinal: z.int().nullable(),
      recorded: z.string().nullable(),
      redrawn: z.string().nullable(),
      /** Whether file, rows and filters are those of the draw (gate N4). */
      isPopulationUnchanged: z.boolean(),
    }),
  }),
  /** Gate S6: an item that proves not to belong gives way to the next of the same sequence. */
  'sampling.replaceItem': command({
    input: z.strictObject({
      itemId: id,
      revision,
      cause: z.enum([
        'cancelled',
        'testRecord',
        'wrongSystem',
        'outsidePeriod',
        'duplicate',
        'evidenceMissing',
      ]),
      reason: longText,
      /** The record to take instead, where no algorithm chooses. */
      chosenKey: z.string().max(32_767).nullable().default(null),
      reasons,
    }),
    output: z.strictObject({ itemId: id, key: z.string() }),
    touches,
  }),
  'sampling.setStopRule': command({
    input: z.strictObject({ ...target, stopRule: longText, reasons }),
    output: done,
    touches,
  }),
  /** Gate S7: proposes further items of the same sequence as a plan of its own. */
  'sampling.expand': command({
    input: z.strictObject({
      ...target,
      additional: z.int().min(1).max(10_000_000),
      chosenKeys: keys.default([]),
      reasons,
    }),
    output: z.strictObject({ planId: id }),
    touches,
  }),
  'sampling.supersede': command({
    input: z.strictObject({ ...target, reason: longText, reasons }),
    output: done,
    touches,
  }),
  /** The plans of a test, superseded ones included, with the spread of the items under test and what an expansion would take. */
  'sampling.list': query({
    input: z.strictObject({ testId: id }),
    output: z.strictObject({
      plans: z.array(planView).readonly(),
      coverage: coverageView.nullable(),
      expansion: z
        .strictObject({
          planId: id,
          toTableSize: stage.nullable(),
          withinRisk: stage.nullable(),
          findings: z.array(findingView).readonly(),
        })
        .nullable(),
    }),
  }),
  /** The facts of a draw as the certificate prints them. */
  'sampling.certificate': query({
    input: z.strictObject({ planId: id }),
    output: z.strictObject({
      firm: shortText,
      client: shortText,
      ref: z.string(),
      title: z.string(),
      period: z.string(),
      sentence: z.string(),
      draw: z.int(),
      draws: z.int(),
      populationSha256: z.string().nullable(),
      fileSha256: z.string().nullable(),
      filters: z.array(z.strictObject({ code: z.string(), words: z.string() })).readonly(),
      records: z.int(),
      seed: z.string().nullable(),
      algorithm: z.string().nullable(),
      drawnBy: z.string().nullable(),
      drawnAt: z.string().nullable(),
      approvedBy: z.string().nullable(),
      approvedAt: z.string().nullable(),
      reserve: z.int(),
      items: z.array(sampleItemView).readonly(),
    }),
  }),
} as const;
