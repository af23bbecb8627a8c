import { expect, it } from 'vitest';
import { entryText, signedText } from '../../../../../shared/domain/journal/entry.ts';
import { add, set } from '../../../../../shared/domain/journal/ops.ts';
import { emptyState } from '../../../../../shared/domain/journal/state.ts';
import { verifyChain, type StoredEntry } from '../../../../../shared/domain/journal/verify-chain.ts';
import { after, entryAfter, fieldworkState, sha256 } from '../../../../helpers/domain-fixture.ts';

/** A signature of the test: whoever knows the public key could make it. */
const sign = (key: string, signed: string): string => sha256(`${key}${signed}`);
const tools = {
  sha256,
  verifySignature: (key: string, signed: string, signature: string) => signature === sign(key, signed),
};

/** Three entries: a person joins, a commitment is noted, and reworded. */
function journal(): readonly StoredEntry[] {
  const person = fieldworkState().rows.person.get('p-staff');
  const fields = { name: 'AK', initials: 'AK', email: null, credential: '', isCpa: false };
  const publicKey = person?.publicKey ?? '';
  const note = { kind: 'commitment', text: 'one', categories: ['Security'], withdrawn: false } as const;
  let state = emptyState();
  const stored: StoredEntry[] = [];
  const write = (ops: Parameters<typeof entryAfter>[1]): void => {
    const { entry, hash } = entryAfter(state, ops);
    const signature = sign(publicKey, signedText(hash));
    const { device, sequence } = entry;
    stored.push({ position: sequence, hash, text: entryText(entry), signature, device, sequence });
    state = after(state, ops);
  };
  write([add('person', 'p-staff', { ...fields, publicKey })]);
  write([add('commitment', 'c-1', note)]);
  write(set(state, 'commitment', 'c-1', { text: 'two' }));
  return stored;
}

const entries = journal();
const verdict = (stored: readonly StoredEntry[]) => verifyChain(stored, 'engagement-1', tools);
const codes = (stored: readonly StoredEntry[]) =>
  verdict(stored).problems.map(({ code, entry }) => [code, entry]);
const altered = (place: number, change: (entry: StoredEntry) => Partial<StoredEntry>) =>
  entries.map((entry, index) => (index === place ? { ...entry, ...change(entry) } : entry));

it('finds nothing in a journal as it was written, and tells its state', () => {
  const { problems, state, entries: count, touchedAt } = verdict(entries);
  expect(problems).toEqual([]);
  expect(count).toBe(3);
  expect(state.rows.commitment.get('c-1')?.text).toBe('two');
  expect(touchedAt.get('commitment/c-1')).toBe(3);
});

it('finds a changed text at its entry, and at whom it belongs', () => {
  const changed = altered(1, ({ text }) => ({ text: text.replace('"one"', '"One"') }));
  expect(verdict(changed).problems).toEqual([
    {
      code: 'entry-changed',
      message: 'The content of entry 2 does not give its hash.',
      entry: 2,
      object: 'commitment/c-1',
      person: 'AK',
    },
  ]);
});

it('finds a changed text also where its hash was made to fit', () => {
  const changed = altered(1, ({ text }) => {
    const other = text.replace('"one"', '"One"');
    return { text: other, hash: sha256(other) };
  });
  expect(codes(changed)).toContainEqual(['entry-signature', 2]);
  expect(codes(changed)).toContainEqual(['entry-order', 3]);
});

it('finds an entry that was taken out', () => {
  const found = verdict(entries.filter((entry) => entry.position !== 2)).problems;
  expect(found.map(({ message }) => message)).toContain('1 entry is missing before entry 3.');
  expect(found.map(({ code }) => code)).toContain('entry-not-applicable');
});

it('finds two entries that changed places, a foreign file, and what cannot be read', () => {
  const [first, second, third] = entries;
  const turned = [first, third, second].flatMap((entry) => entry ?? []);
  expect(codes(turned)).toContainEqual(['entry-order', 2]);
  expect(verifyChain(entries, 'engagement-2', tools).problems.map(({ code }) => code)).toEqual(
    Array(3).fill('entry-foreign'),
  );
  expect(codes(altered(2, () => ({ text: '{' })))).toEqual([['entry-unreadable', 3]]);
  expect(codes(altered(2, () => ({ device: 'device-2' })))).toEqual([['entry-changed', 3]]);
});
