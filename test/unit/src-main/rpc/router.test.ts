import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { command, query } from '../../../../shared/contract/procedure.ts';
import { rule } from '../../../../shared/domain/gates/refusal.ts';
import { err, ok } from '../../../../shared/lib/result.ts';
import { createRouter, type AnyHandler, type Call } from '../../../../src-main/rpc/router.ts';
import { failureOf } from '../../../../src-main/adapters/sqlite/failures.ts';
import { failure } from '../../../../src-main/adapters/sqlite/failures.ts';
import { StoreError } from '../../../../src-main/services/ports/engagement-store.ts';

const text = z.strictObject({ text: z.string().max(5) });
const procedures = {
  'thing.get': query({ input: text, output: z.string() }),
  'thing.ask': query({ needs: 'nothing', input: text, output: z.string() }),
  'thing.set': command({ needs: 'nothing', input: text, output: z.null(), touches: ['thing', 'list'] }),
};

function program(handlers: Readonly<Record<string, AnyHandler>>, isOpen = true) {
  const touched: string[] = [];
  const incidents: { procedure: string; error: unknown }[] = [];
  const router = createRouter(procedures, handlers, {
    isEngagementOpen: () => isOpen,
    failureOf,
    recordIncident: (procedure, error) => `no-${String(incidents.push({ procedure, error }))}`,
    onTouched: (features) => touched.push(...features),
  });
  const call: Call = { signal: new AbortController().signal, onProgress: () => undefined };
  return {
    touched,
    incidents,
    call: (name: string, ...input: readonly unknown[]) =>
      router.call(name, input.length === 0 ? { text: 'x' } : input[0], call),
  };
}

const throwing =
  (error: unknown): AnyHandler =>
  () => {
    throw error;
  };

describe('the router', () => {
  it('hands a valid request on and its value back', async () => {
    const { call, touched } = program({
      'thing.set': () => ok(null),
      'thing.get': ({ text: given }: { text: string }) => ok(given),
    });
    expect(await call('thing.get', { text: 'hello' })).toEqual({ ok: true, value: 'hello' });
    expect(touched).toEqual([]);
    expect(await call('thing.set')).toEqual({ ok: true, value: null });
    expect(touched).toEqual(['thing', 'list']);
  });

  it.each(['thing.unknown', 'constructor', '__proto__', 'toString', 'hasOwnProperty', ''])(
    'knows no procedure %j',
    async (name) => {
      const { call } = program({});
      expect(await call(name)).toEqual({
        ok: false,
        kind: 'invalid-request',
        message: `There is no procedure ${name}.`,
      });
    },
  );

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['a text', 'x'],
    ['an unknown key', { text: 'x', more: 1 }],
    ['a key that reaches for the prototype', JSON.parse('{"text":"x","__proto__":{"isAdmin":true}}')],
    ['a text that is too long', { text: 'secret client name' }],
    ['a value of another kind', { text: { toString: 'x' } }],
  ])('refuses %s, without repeating what was sent', async (_what, input) => {
    const { call } = program({ 'thing.set': throwing(new Error('reached')) });
    const reply = await call('thing.set', input);
    expect(reply).toMatchObject({ ok: false, kind: 'invalid-request' });
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined(); // an object made anew, to see its prototype
  });

  it('refuses what needs an engagement while none is open', async () => {
    const handlers = { 'thing.get': throwing(new Error('reached')), 'thing.ask': () => ok('yes') };
    const { call } = program(handlers, false);
    expect(await call('thing.get')).toMatchObject({
      ok: false,
      kind: 'refused',
      refusal: { code: 'no-engagement' },
    });
    expect(await call('thing.ask')).toEqual({ ok: true, value: 'yes' });
  });

  it('hands a refusal of the rules on as it is, and touches nothing', async () => {
    const refusal = rule('wrong-state', 'It is closed.', 'Open another.', { id: 'x' });
    const { call, touched } = program({ 'thing.set': () => err(refusal) });
    expect(await call('thing.set')).toEqual({ ok: false, kind: 'refused', refusal });
    expect(touched).toEqual([]);
  });

  it('puts a failure of the environment into words', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const { call, incidents } = program({
      'thing.set': throwing(new StoreError(failure('busy'))),
      'thing.ask': throwing(full),
      'thing.get': throwing(new Error('wrapped', { cause: full })),
    });
    expect(await call('thing.set')).toMatchObject({ ok: false, kind: 'store', code: 'busy' });
    const diskFull = { ok: false, kind: 'store', code: 'disk-full', message: failure('disk-full').message };
    expect(await call('thing.ask')).toMatchObject(diskFull);
    expect(await call('thing.get'), 'also where a library wrapped it').toMatchObject(diskFull);
    expect(incidents).toEqual([]);
  });

  it('answers a defect with a number and nothing of what went wrong', async () => {
    const error = new Error('the payroll of Northwind');
    const { call, incidents, touched } = program({ 'thing.set': throwing(error) });
    expect(await call('thing.set')).toEqual({
      ok: false,
      kind: 'internal',
      incident: 'no-1',
      message: 'Tickmark met a defect in itself and stopped this action. Everything recorded before is safe.',
    });
    expect(incidents).toEqual([{ procedure: 'thing.set', error }]);
    expect(touched).toEqual([]);
  });

  it('takes an answer that breaks the contract for a defect', async () => {
    const { call, incidents } = program({ 'thing.ask': () => ok(42) });
    expect(await call('thing.ask')).toMatchObject({ ok: false, kind: 'internal', incident: 'no-1' });
    expect(incidents).toHaveLength(1);
  });

  it('runs commands one after another, also after one that failed; a question overtakes them', async () => {
    const order: string[] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { call } = program({
      'thing.set': async ({ text: given }: { text: string }) => {
        order.push(`start ${given}`);
        if (given === 'a') await held;
        order.push(`end ${given}`);
        if (given === 'a') throw new Error('defect');
        return ok(null);
      },
      'thing.ask': () => {
        order.push('asked');
        return ok('now');
      },
    });
    const first = call('thing.set', { text: 'a' });
    const second = call('thing.set', { text: 'b' });
    await call('thing.ask');
    release();
    expect(await first).toMatchObject({ kind: 'internal' });
    expect(await second).toEqual({ ok: true, value: null });
    expect(order).toEqual(
      ['asked', 'start a', 'end a', 'start b', 'end b'].toSorted(
        (a, b) => order.indexOf(a) - order.indexOf(b),
      ),
    );
    expect(order.indexOf('asked')).toBeLessThan(order.indexOf('end a'));
    expect(order.indexOf('end a')).toBeLessThan(order.indexOf('start b'));
  });
});
