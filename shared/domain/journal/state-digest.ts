import { canonicalJson, type CanonicalValue } from '../../lib/canonical-json.ts';
import { entityNames } from './entities.ts';
import type { VerificationProblem } from './verify-chain.ts';
import type { EngagementState } from './state.ts';

type Texts = ReadonlyMap<string, string>;

/** One digest over every row and every field version: equal digests mean equal tables. */
export function stateDigest(state: EngagementState, sha256: (text: string) => string): string {
  const lines = [...rowTexts(state)].map(([key, text]) => `${key} ${text}`);
  return sha256(lines.sort().join('\n'));
}

/** The rows that differ between the tables and what the journal tells, each located. */
export function compareStates(
  told: EngagementState,
  stored: EngagementState,
): readonly VerificationProblem[] {
  const expected = rowTexts(told);
  const found = rowTexts(stored);
  const missing = [...expected.keys()].filter((key) => !found.has(key));
  const added = [...found.keys()].filter((key) => !expected.has(key));
  const changed = [...expected].filter(([key, text]) => found.has(key) && found.get(key) !== text);
  return [
    ...missing.map((key) => problem('row-missing', key, told, 'is in the journal but not in the tables')),
    ...added.map((key) => problem('row-added', key, stored, 'is in the tables but not in the journal')),
    ...changed.map(([key]) => problem('row-differs', key, told, 'differs from what the journal tells')),
  ];
}

function problem(
  code: VerificationProblem['code'],
  key: string,
  state: EngagementState,
  what: string,
): VerificationProblem {
  const [entity = '', id = ''] = key.split('/');
  const name = entityNames.find((known) => known === entity);
  const row = name === undefined ? undefined : state.rows[name].get(id);
  const person = state.rows.person.get(row?.updatedBy ?? '')?.initials ?? null;
  return { code, message: `The ${entity} ${id} ${what}.`, entry: null, object: `${entity}/${id}`, person };
}

function rowTexts(state: EngagementState): Texts {
  const texts = new Map<string, string>();
  for (const entity of entityNames) {
    for (const [id, row] of state.rows[entity]) {
      const versions = state.heads[entity].get(id) ?? {};
      const value = { row, versions } as unknown as CanonicalValue; // rows and versions hold canonical values only
      texts.set(`${entity}/${id}`, canonicalJson(value));
    }
  }
  return texts;
}
