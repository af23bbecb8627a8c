import type { EvidenceKind } from '../demo-data.ts';
import { delimitedText } from '../format/delimited-text.ts';
import { paperPdf } from '../format/paper.ts';
import type { PaperBlock } from '../format/paper.ts';
import { screenshotPng } from '../format/screenshot.ts';
import { workbookBytes } from '../format/workbook.ts';
import type { SheetContent } from '../format/workbook.ts';
import type { EvidenceRecord } from './evidence-record.ts';

type Font = ReadonlyMap<string, readonly number[]>;
type Renderer = (record: EvidenceRecord, font: Font) => Uint8Array | Promise<Uint8Array>;

const asUtf8 =
  (write: (record: EvidenceRecord) => string): Renderer =>
  (record) =>
    Buffer.from(write(record), 'utf8');

const RENDERERS: Readonly<Record<EvidenceKind, Renderer>> = {
  png: screenshotPng,
  pdf: (record) => paperPdf(record.title, record.capturedAt, paperBlocks(record)),
  xlsx: (record) => workbookBytes([sheetOf(record)]),
  csv: (record) => {
    const { header, rows } = tableOf(record);
    return delimitedText([header, ...rows], { encoding: 'utf-8', delimiter: ',', newline: '\n' });
  },
  txt: asUtf8(plainText),
  log: asUtf8(logText),
  json: asUtf8(jsonText),
  eml: asUtf8(messageText),
  md: asUtf8(markdownText),
  html: asUtf8(htmlText),
};

/** Writes one record as a file of the kind that its system would give. */
export async function renderEvidence(
  record: EvidenceRecord,
  kind: EvidenceKind,
  font: Font,
): Promise<Uint8Array> {
  return RENDERERS[kind](record, font);
}

function sheetOf(record: EvidenceRecord): SheetContent {
  const { header, rows } = tableOf(record);
  return { name: 'Records', columns: header.map((name) => ({ name, type: 'text' })), rows };
}

/** Systems without rows of their own export their facts as a two-column table. */
function tableOf(record: EvidenceRecord): Pick<EvidenceRecord, 'header' | 'rows'> {
  if (record.header.length > 0) return record;
  return {
    header: ['field', 'value'],
    rows: [...record.facts, ...record.paragraphs.map((text) => ['note', text])],
  };
}

function paperBlocks(record: EvidenceRecord): readonly PaperBlock[] {
  const blocks: PaperBlock[] = record.facts.map(([label, value]) => ({
    kind: 'paragraph',
    text: `${label}: ${value}`,
  }));
  blocks.push(...record.paragraphs.map((text): PaperBlock => ({ kind: 'paragraph', text })));
  if (record.header.length > 0) blocks.push({ kind: 'table', header: record.header, rows: record.rows });
  return blocks;
}

const factLines = (record: EvidenceRecord): readonly string[] =>
  record.facts.map(([label, value]) => `${label}: ${value}`);
const oneLine = (cell: string): string => cell.replaceAll('\n', ' ');

function plainText(record: EvidenceRecord): string {
  const table = record.rows.map((row) =>
    row.map((cell, index) => `  ${record.header[index] ?? ''}: ${oneLine(cell)}`).join('\n'),
  );
  return [record.title, '', ...factLines(record), '', ...record.paragraphs, '', table.join('\n\n'), ''].join(
    '\n',
  );
}

function logText(record: EvidenceRecord): string {
  const stamp = record.capturedAt;
  const facts = factLines(record).map((line) => `${stamp} INFO  ${line}`);
  const notes = record.paragraphs.map((line) => `${stamp} INFO  ${line}`);
  const rows = record.rows.map((row) => {
    const when = row.find((cell) => /^\d{4}-\d\d-\d\dT/.test(cell)) ?? stamp;
    return `${when} INFO  ${row.map((cell, index) => `${record.header[index] ?? ''}="${oneLine(cell)}"`).join(' ')}`;
  });
  return [`${stamp} INFO  export of ${record.title}`, ...facts, ...notes, ...rows, ''].join('\n');
}

function jsonText(record: EvidenceRecord): string {
  const rows = record.rows.map((row) =>
    Object.fromEntries(row.map((cell, index) => [record.header[index] ?? '', cell])),
  );
  const content = {
    title: record.title,
    source: record.source,
    exportedAt: record.capturedAt,
    exportedBy: record.capturedBy,
    facts: Object.fromEntries(record.facts),
    notes: record.paragraphs,
    records: rows,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function messageText(record: EvidenceRecord): string {
  const heads = [
    `From: ${mailbox(record.source)}`,
    `To: ${mailbox(record.capturedBy)}`,
    `Date: ${mailDate(record.capturedAt)}`,
    `Subject: ${record.title}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  return [...heads, '', ...plainText(record).split('\n')].join('\r\n');
}

const mailbox = (name: string): string =>
  `${name} <${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}@quillhaven.example>`;

function mailDate(dateTime: string): string {
  const parts = new Date(`${dateTime}Z`).toUTCString();
  return parts.replace('GMT', '+0000');
}

function markdownText(record: EvidenceRecord): string {
  const bar = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => oneLine(cell).replaceAll('|', '/')).join(' | ')} |`;
  const table =
    record.header.length === 0
      ? []
      : [bar(record.header), bar(record.header.map(() => '---')), ...record.rows.map(bar)];
  const facts = record.facts.map(([label, value]) => `- **${label}**: ${value}`);
  return [
    `# ${record.title}`,
    '',
    ...facts,
    '',
    ...record.paragraphs.flatMap((text) => [text, '']),
    ...table,
    '',
  ].join('\n');
}

function htmlText(record: EvidenceRecord): string {
  const cells = (row: readonly string[], tag: 'td' | 'th'): string =>
    `<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  const facts = record.facts.map(([label, value]) => cells([label, value], 'td')).join('\n');
  const notes = record.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n');
  const table =
    record.header.length === 0
      ? ''
      : `<table>${cells(record.header, 'th')}\n${record.rows.map((row) => cells(row, 'td')).join('\n')}</table>`;
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(record.title)}</title></head>\n<body><h1>${escapeHtml(record.title)}</h1>\n<table>${facts}</table>\n${notes}\n${table}\n</body></html>\n`;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
