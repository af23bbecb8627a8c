import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../harness/project.ts';
import { day, fieldworkState } from '../../helpers/domain-fixture.ts';
import { openEngagement, type OpenEngagement } from '../../helpers/open-engagement.ts';

const folder = join(projectRoot, '..', 'shared', 'data', 'kubernetes-org');
const isMissing = !existsSync(folder);
if (isMissing) process.stdout.write('skipped: real records not present\n');

let open: OpenEngagement;

beforeEach(async () => {
  const period = { periodStart: day('2026-01-01'), periodEnd: day('2026-06-30'), timeZone: 'UTC' };
  open = await openEngagement(fieldworkState(period));
});
afterEach(() => {
  open.close();
});

async function imported(name: string, mapping: object) {
  const { populationId } = await open.do('population.define', { controlId: 'control-1', title: name });
  const token = join(folder, name);
  const input = { populationId, revision: 1, token, ...mapping, receivedOn: '2026-07-02' };
  return { populationId, input };
}

describe.skipIf(isMissing)('real lists of a service organization', () => {
  it('takes the changes of the period, offsets honoured in the zone of the engagement', async () => {
    const { populationId, input } = await imported('changes.csv', {
      keyColumns: ['change'],
      dateColumn: 'merged_at',
    });
    expect(await open.do('population.import', input)).toMatchObject({ rowsInFile: 173, recordCount: 173 });
    const view = await open.do('population.get', { populationId });
    expect(view).toMatchObject({ firstDate: '2026-01-04', lastDate: '2026-06-30', encoding: 'utf-8' });
    const { rows } = await open.do('population.rows', { populationId, limit: 2 });
    expect(rows.map(({ key, occurredOn }) => [key, occurredOn])).toEqual([
      ['6044', '2026-01-04'],
      // 02:43 of the 13th in India is the evening of the 12th in UTC.
      ['6055', '2026-01-12'],
    ]);
  });

  it('takes access events, which no single column identifies, by several columns together', async () => {
    const single = await imported('access-events.csv', { keyColumns: ['change'], dateColumn: 'at' });
    expect((await open.refused('population.import', single.input)).code).toBe('N2');
    const keyColumns = ['commit', 'org', 'user'];
    const several = { ...single.input, keyColumns };
    expect(await open.do('population.import', several)).toMatchObject({ recordCount: 286 });
    const { rows } = await open.do('population.rows', { populationId: single.populationId, limit: 1 });
    expect(rows[0]?.key).toBe('22a95e0d1cd6 | kubernetes | yadvr');
  });

  it('sees a list without dates, and what a person might misread in it', async () => {
    const { populationId, input } = await imported('users-end.csv', { keyColumns: ['user'] });
    const preview = await open.do('population.preview', {
      populationId,
      token: input.token,
      ...{ keyColumns: ['user'] },
    });
    expect(preview).toMatchObject({ rowsInFile: 2595, mapped: { records: 2595 } });
    expect(preview.mapped?.findings[0]?.code).toBe('N2');
    const all = { ...input, keyColumns: ['org', 'user'] };
    expect(await open.do('population.import', all)).toMatchObject({ recordCount: 2595 });
  });
});
