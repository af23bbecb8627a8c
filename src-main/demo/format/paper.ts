import { PDFDocument, StandardFonts, rgb } from 'pdf-lib';
import type { PDFFont, PDFPage } from 'pdf-lib';
import { wrap } from './wrap-text.ts';

/** One block of a printed paper. */
export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

const PAGE = { width: 612, height: 792, margin: 62 } as const;
const LETTERS_PER_LINE = 92;

/** A plain PDF paper such as a client prints it: letter size, Helvetica, fixed dates so that the bytes repeat. */
export async function paperPdf(
  title: string,
  madeOn: string,
  blocks: readonly PaperBlock[],
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.setProducer('Sample data');
  document.setCreationDate(new Date(`${madeOn.slice(0, 10)}T00:00:00Z`));
  document.setModificationDate(new Date(`${madeOn.slice(0, 10)}T00:00:00Z`));
  const regular = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const writer = paperWriter(document, { regular, bold });
  writer.line(title, { size: 15, bold: true });
  writer.space(10);
  for (const block of blocks) writeBlock(writer, block);
  return document.save({ useObjectStreams: false });
}

interface LineStyle {
  readonly size: number;
  readonly bold?: boolean;
}

interface PaperWriter {
  readonly line: (text: string, style: LineStyle) => void;
  readonly cells: (cells: readonly string[], style: LineStyle) => void;
  readonly space: (points: number) => void;
}

function paperWriter(
  document: PDFDocument,
  fonts: { readonly regular: PDFFont; readonly bold: PDFFont },
): PaperWriter {
  let page: PDFPage = document.addPage([PAGE.width, PAGE.height]);
  let y: number = PAGE.height - PAGE.margin;
  const down = (points: number): void => {
    y -= points;
    if (y > PAGE.margin) return;
    page = document.addPage([PAGE.width, PAGE.height]);
    y = PAGE.height - PAGE.margin;
  };
  const put = (text: string, x: number, style: LineStyle): void => {
    const font = style.bold === true ? fonts.bold : fonts.regular;
    page.drawText(printable(text), { x, y, size: style.size, font, color: rgb(0.1, 0.13, 0.16) });
  };
  return {
    line: (text, style) => {
      for (const part of wrap(text, Math.floor((LETTERS_PER_LINE * 10) / style.size))) {
        put(part, PAGE.margin, style);
        down(style.size * 1.4);
      }
    },
    cells: (cells, style) => {
      const width = (PAGE.width - 2 * PAGE.margin) / cells.length;
      const letters = Math.floor(width / (style.size * 0.56));
      cells.forEach((cell, index) => {
        put(cell.slice(0, letters), PAGE.margin + index * width, style);
      });
      down(style.size * 1.5);
    },
    space: down,
  };
}

function writeBlock(writer: PaperWriter, block: PaperBlock): void {
  switch (block.kind) {
    case 'heading':
      writer.space(6);
      writer.line(block.text, { size: 11, bold: true });
      break;
    case 'paragraph':
      writer.line(block.text, { size: 10 });
      writer.space(5);
      break;
    case 'table':
      writer.space(4);
      writer.cells(block.header, { size: 7.5, bold: true });
      for (const row of block.rows) writer.cells(row, { size: 7.5 });
  }
}

/** The standard fonts of PDF hold Latin text only; line breaks inside a cell become spaces. */
const printable = (text: string): string => text.replaceAll('\n', ' ');
