import iconv from 'iconv-lite';

/** How a delimited file is written by the system that exports it. */
export interface DelimitedStyle {
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le-bom' | 'windows-1252';
  readonly delimiter: string;
  readonly newline: string;
}

/** Rows as delimited text: a cell is quoted where it holds the delimiter, a quote or a line break. */
export function delimitedText(rows: readonly (readonly string[])[], style: DelimitedStyle): Uint8Array {
  const special = new RegExp(`["\\r\\n${style.delimiter === '\t' ? '\\t' : style.delimiter}]`);
  const quote = (cell: string): string => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = rows.map((row) => row.map(quote).join(style.delimiter) + style.newline).join('');
  switch (style.encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf-16le-bom':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'windows-1252':
      return iconv.encode(text, 'windows-1252');
  }
}
