import type { KillPath } from '../kill-path.ts';

/** Controls are added, edited and mapped. */
export const controlPath: KillPath = {
  name: 'control',
  longestMs: 120,
  async step(bench, n) {
    const text = 'The platform team reviews the alerts of the day and signs the list.';
    const { ids } = await bench.do('control.add', { code: `X-${String(n)}`, text, criteria: ['CC6.2'] });
    await bench.do('control.edit', { id: ids[0] ?? '', revision: 1, owner: 'Platform team' });
    return {};
  },
};
