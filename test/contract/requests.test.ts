import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../shared/contract/index.ts';
import type { Procedure } from '../../shared/contract/procedure.ts';
import { rule } from '../../shared/domain/gates/refusal.ts';
import { err } from '../../shared/lib/result.ts';
import { createRouter } from '../../src-main/rpc/router.ts';
import { examples } from './examples/all-examples.ts';
import { brokenRequests, shortenedRequests, unboundedPlaces, type Schema } from './broken-requests.ts';

const procedures: readonly (readonly [name: string, procedure: Procedure])[] = Object.entries(contract);

/** A program whose every handler only notes that it was reached. */
function listening(): {
  readonly call: (name: string, input: unknown) => Promise<string>;
  readonly reached: string[];
} {
  const reached: string[] = [];
  const handlers = Object.fromEntries(
    procedures.map(([name]) => [
      name,
      () => {
        reached.push(name);
        return err(rule('cancelled', 'It was reached.', ''));
      },
    ]),
  );
  const router = createRouter(contract, handlers, {
    isEngagementOpen: () => true,
    failureOf: () => null,
    recordIncident: () => 'incident',
    onTouched: () => undefined,
  });
  const call = async (name: string, input: unknown) => {
    const reply = await router.call(name, input, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    return reply.ok ? 'ok' : reply.kind;
  };
  return { call, reached };
}

const schemaOf = (procedure: Procedure): Schema =>
  z.toJSONSchema(procedure.input, { io: 'input', unrepresentable: 'any' }) as Schema; // JSON schema is the shape that is read

describe('the contract', () => {
  it('has an example of every procedure, and no other', () => {
    expect(Object.keys(examples).toSorted()).toEqual(procedures.map(([name]) => name).toSorted());
  });

  /** Commands of these features change what a signer vouches for, except those that only begin something new. */
  const contentFeatures = /^(population|sampling|testing|design|evidence)\./;
  const beginsAnew = ['testing.start', 'evidence.export', 'evidence.openOutside'];
  const changing = procedures.filter(
    ([name, procedure]) =>
      procedure.kind === 'command' && contentFeatures.test(name) && !beginsAnew.includes(name),
  );

  it.each(changing)('%s takes the reason for a change of signed content (gate R3)', (_name, procedure) => {
    expect(Object.keys(schemaOf(procedure).properties ?? {})).toContain('reasons');
  });

  it.each(procedures)('%s takes its example, also without what may be absent', async (name, procedure) => {
    const { call, reached } = listening();
    const example = examples[name] ?? {};
    const schema = schemaOf(procedure);
    const missing = Object.keys(schema.properties ?? {}).filter((key) => !(key in example));
    expect(missing, 'the example gives every field').toEqual([]);
    expect(await call(name, example)).toBe('refused');
    for (const { fault, request } of shortenedRequests(schema, example))
      expect(await call(name, request), fault).toBe('refused');
    expect(reached.length).toBe(1 + shortenedRequests(schema, example).length);
  });

  it.each(procedures)(
    '%s refuses each broken field before its handler is reached',
    async (name, procedure) => {
      const { call, reached } = listening();
      const requests = brokenRequests(schemaOf(procedure), examples[name] ?? {});
      expect(requests.length).toBeGreaterThanOrEqual(6);
      const replies = await Promise.all(
        requests.map(async ({ fault, request }) => [fault, await call(name, request)]),
      );
      expect(replies.filter(([, kind]) => kind !== 'invalid-request')).toEqual([]);
      expect(reached).toEqual([]);
    },
  );

  it.each(procedures)('%s takes no text or list without end', (_name, procedure) => {
    expect(unboundedPlaces(schemaOf(procedure))).toEqual([]);
  });

  it('breaks thousands of requests in all', () => {
    const total = procedures.reduce((sum, [name, procedure]) => {
      return sum + brokenRequests(schemaOf(procedure), examples[name] ?? {}).length;
    }, 0);
    expect(total).toBeGreaterThan(4000);
  });

  it('says for every command what it touches, by names that queries have', () => {
    const features = new Set(procedures.map(([name]) => name.split('.')[0]));
    const strange = procedures.flatMap(([name, procedure]) =>
      procedure.kind === 'command'
        ? procedure.touches
            .filter((feature) => !features.has(feature))
            .map((feature) => `${name}: ${feature}`)
        : [],
    );
    expect(strange).toEqual([]);
  });
});
