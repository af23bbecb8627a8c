import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { recordIncident } from '../../../../src-main/adapters/incident-log.ts';
import { temporaryFolder } from '../../../helpers/store/test-files.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

describe('the log of defects', () => {
  it('names procedure and place, never what an error says', () => {
    const secret = 'Northwind payroll\n    at Bank of Ohio, account 4711 (12:1:1)\nsecond line';
    const incident = recordIncident(folder.path, 'control.add', new TypeError(secret));
    const line = readFileSync(join(folder.path, 'incidents.log'), 'utf8');
    expect(JSON.parse(line)).toMatchObject({ incident, procedure: 'control.add', name: 'TypeError' });
    expect(line).toContain('incident-log.test.ts');
    expect(line).not.toMatch(/Northwind|Ohio|4711|second line/);
  });

  it('takes what is thrown and is no error', () => {
    recordIncident(folder.path, 'control.add', 'Northwind payroll');
    const lines = readFileSync(join(folder.path, 'incidents.log'), 'utf8').trim().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ name: 'string', places: [] });
    expect(lines.join()).not.toContain('Northwind');
  });

  it('gives a number even where no log can be written', () => {
    const file = join(folder.path, 'a-file');
    writeFileSync(file, '');
    expect(recordIncident(join(file, 'below'), 'control.add', new Error('x'))).toMatch(/^[0-9a-f]{8}$/);
  });
});
