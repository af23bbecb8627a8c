import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outsideName } from '../../../../../shared/domain/evidence/opened-outside.ts';

describe('the name under which a copy is opened outside', () => {
  it.each([
    ['Access list.xlsx', 'Access list.xlsx'],
    ['Änderung 12.DOCX', 'Änderung 12.docx'],
    ['../../etc/mail.msg', '_.._etc_mail.msg'],
    ['a"b;$(rm).zip', 'a_b__(rm).zip'],
    ['CON.txt', 'evidence.txt'],
    ['...zip', 'evidence.zip'],
    ['ticket.tar.gz', 'ticket.tar.gz'],
  ])('%s becomes %s', (original, name) => {
    expect(outsideName(original)).toBe(name);
  });

  it.each([
    ...[
      'setup.exe',
      'run.bat',
      'run.cmd',
      'a.js',
      'a.sh',
      'a.desktop',
      'a.lnk',
      'A.app',
      'a.msi',
      'a.ps1',
      'a.vbs',
    ],
    ...[
      'a.jar',
      'a.scr',
      'a.com',
      'a.iso',
      'a.dmg',
      'a.html',
      'a.svg',
      'a.docm',
      'a.xlsm',
      'a.url',
      'a.hta',
      'a.reg',
    ],
    ...['invoice.pdf.exe', 'invoice.exe ', 'no ending', 'docx', '', 'a.', 'a.xlsx\u202eexe.'],
  ])('%s is only saved', (original) => {
    expect(outsideName(original)).toBeNull();
  });

  it('never leaves its folder, and ends as it was allowed to', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (stem) => {
        const name = outsideName(`${stem}.docx`) ?? '';
        expect(name).toMatch(/^[\p{L}\p{N}_()][\p{L}\p{N} ()_.-]*\.docx$/u);
      }),
    );
  });
});
