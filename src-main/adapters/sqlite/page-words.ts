/** What SQLite's own check says of the pages of a file, in words for the auditor. */

/** Pages that are named; the rest is counted. */
const named = 3;

/**
 * Puts the answers of `integrity_check` into sentences: pages that could not be read are told of together, because one
 * damaged stretch of a disk gives a line for each. An intact file gives none.
 */
export function pageWords(answers: readonly string[]): readonly string[] {
  const lines = answers
    .flatMap((answer) => answer.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== 'ok' && !line.startsWith('***'));
  const pages = new Set<string>();
  const others: string[] = [];
  for (const line of lines) {
    const page = /\bpage (\d+)( cell \d+)?: (unable to get the page|.*malformed)/.exec(line)?.[1];
    if (page === undefined) others.push(`The tables of the file do not fit together: ${line}.`);
    else pages.add(page);
  }
  return pages.size === 0 ? others : [unreadable([...pages]), ...others];
}

function unreadable(pages: readonly string[]): string {
  const [first = ''] = pages;
  if (pages.length === 1)
    return `Page ${first} of the file does not match its check value; what stood on it cannot be read.`;
  const list = pages.slice(0, named).join(', ');
  const rest = pages.length > named ? ` and ${String(pages.length - named)} more` : '';
  return `Pages ${list}${rest} of the file do not match their check values; what stood on them cannot be read.`;
}
