/** Which files of a client may be opened with a program of the system, and under which name. */

/**
 * Endings of documents, messages, pictures, recordings and archives. What is not among them is only saved: programs,
 * scripts, links, disk images, documents that carry macros, and every ending that nobody thought of.
 */
const openedOutside: ReadonlySet<string> = new Set([
  ...['pdf', 'txt', 'log', 'csv', 'tsv', 'json', 'xml', 'yaml', 'yml', 'md', 'rtf'],
  ...['docx', 'xlsx', 'pptx', 'doc', 'xls', 'ppt', 'odt', 'ods', 'odp', 'vsdx', 'pages', 'numbers', 'key'],
  ...['msg', 'eml'],
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'tif', 'tiff', 'heic'],
  ...['mp3', 'm4a', 'wav', 'mp4', 'mov', 'mkv', 'webm'],
  ...['zip', '7z', 'gz', 'tgz', 'tar', 'rar'],
]);

/** Names that Windows keeps for devices, with any ending. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The longest name before the ending, in characters. */
const longestStem = 80;

/**
 * The name under which a copy may be opened outside: letters, digits, spaces and `-_.()` of the original, with its
 * ending in lower case. `null` where a file of that ending is only saved.
 */
export function outsideName(originalName: string): string | null {
  const dot = originalName.lastIndexOf('.');
  const ending = dot < 0 ? '' : originalName.slice(dot + 1).toLowerCase();
  if (!openedOutside.has(ending)) return null;
  const plain = originalName
    .slice(0, dot)
    .replace(/[^\p{L}\p{N} ()_.-]/gu, '_')
    .replace(/^[ .-]+|[ .]+$/g, '');
  const stem = Array.from(plain).slice(0, longestStem).join('');
  return `${stem === '' || deviceName.test(stem) ? 'evidence' : stem}.${ending}`;
}
