import { canonicalJson, type CanonicalValue } from '../../lib/canonical-json.ts';
import { entityNames } from './entities.ts';
import type { EngagementState } from './state.ts';

/** One digest over every row and every field version: equal digests mean equal tables. */
export function stateDigest(state: EngagementState, sha256: (text: string) => string): string {
  const lines = [...rowTexts(state)].map(([key, text]) => `${key} ${text}`);
  return sha256(lines.sort().join('\n'));
}

function* rowTexts(state: EngagementState): Generator<readonly [key: string, text: string]> {
  for (const entity of entityNames) {
    for (const [id, row] of state.rows[entity]) {
      const versions = state.heads[entity].get(id) ?? {};
      const value = { row, versions } as unknown as CanonicalValue; // rows and versions hold canonical values only
      yield [`${entity}/${id}`, canonicalJson(value)];
    }
  }
}
