import type { KillPath } from '../kill-path.ts';

/** Persons are made in the profile: a key that was lost could never sign again. */
export const personPath: KillPath = {
  name: 'person',
  longestMs: 2500,
  async step(bench, n) {
    const person = {
      name: `Person ${String(n)}`,
      initials: `N${String(n)}`,
      passphrase: 'a passphrase of the test',
    };
    const { personId } = await bench.do('person.create', person);
    return { person: personId };
  },
};
