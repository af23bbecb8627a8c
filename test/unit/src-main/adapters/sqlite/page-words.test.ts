import { describe, expect, it } from 'vitest';
import { pageWords } from '../../../../../src-main/adapters/sqlite/page-words.ts';

describe('what the check of the pages found', () => {
  it('is nothing in an intact file', () => {
    expect(pageWords(['ok'])).toEqual([]);
  });

  it('tells of unreadable pages together, and names the first', () => {
    const line = (page: number) =>
      `Tree ${String(page)} page ${String(page)}: unable to get the page. error code=11`;
    expect(pageWords([`*** in database main ***\n${line(66)}`])).toEqual([
      'Page 66 of the file does not match its check value; what stood on it cannot be read.',
    ]);
    expect(pageWords([`*** in database main ***\n${[66, 34, 35, 1, 66].map(line).join('\n')}`])).toEqual([
      'Pages 66, 34, 35 and 1 more of the file do not match their check values; what stood on them cannot be read.',
    ]);
  });

  it('gives everything else a sentence of its own', () => {
    expect(pageWords(['row 3 missing from index sqlite_autoindex_evidence_chunk_1'])).toEqual([
      'The tables of the file do not fit together: row 3 missing from index sqlite_autoindex_evidence_chunk_1.',
    ]);
  });
});
