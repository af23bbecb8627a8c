import { crc32, deflateSync } from 'node:zlib';
import type { EvidenceRecord } from '../evidence/evidence-record.ts';
import { wrap } from './wrap-text.ts';

/** A picture of a system's screen, drawn dot by dot with the project's own letters and packed as an 8-bit palette PNG. */

const WIDTH = 960;
const HEIGHT = 600;
const PALETTE = [0xffffff, 0x26323d, 0x1c5d7a, 0xe8edf0, 0x6b7680, 0xc9d2d8] as const;
const [PAPER, INK, BAR, TINT, GREY, LINE] = [0, 1, 2, 3, 4, 5] as const;
const ADVANCE = 6;
const MAX_ROWS = 14;

type Font = ReadonlyMap<string, readonly number[]>;

interface Canvas {
  readonly dots: Buffer;
  readonly font: Font;
}

export function screenshotPng(record: EvidenceRecord, font: Font): Uint8Array {
  const canvas: Canvas = { dots: Buffer.alloc(WIDTH * HEIGHT, PAPER), font };
  fill(canvas, [0, 0, WIDTH, 44], BAR);
  write(canvas, 20, 15, record.source, PAPER, 2);
  write(canvas, WIDTH - 250, 18, `${record.capturedAt.replace('T', ' ')} local`, PAPER, 1.5);
  write(canvas, 20, 64, record.title, INK, 2);
  const below = writeFacts(canvas, record, 100);
  writeTable(canvas, record, below + 12);
  write(canvas, 20, HEIGHT - 22, 'Sample data of a fictional service organization', GREY, 1);
  return packPng(canvas.dots);
}

function writeFacts(canvas: Canvas, record: EvidenceRecord, top: number): number {
  let y = top;
  for (const [label, value] of record.facts) {
    write(canvas, 20, y, label, GREY, 1.5);
    for (const line of wrap(value, 80)) {
      write(canvas, 220, y, line, INK, 1.5);
      y += 18;
    }
    y += 2;
  }
  return y;
}

function writeTable(canvas: Canvas, record: EvidenceRecord, top: number): void {
  if (record.header.length === 0) return;
  const columnWidth = Math.floor((WIDTH - 40) / record.header.length);
  const letters = Math.floor((columnWidth - 6) / ADVANCE);
  fill(canvas, [20, top, WIDTH - 40, 18], TINT);
  record.header.forEach((cell, index) => {
    write(canvas, 24 + index * columnWidth, top + 6, cell.slice(0, letters), INK, 1);
  });
  record.rows.slice(0, MAX_ROWS).forEach((row, line) => {
    const y = top + 24 + line * 18;
    row.forEach((cell, index) => {
      write(canvas, 24 + index * columnWidth, y, cell.replaceAll('\n', ' ').slice(0, letters), INK, 1);
    });
    fill(canvas, [20, y + 11, WIDTH - 40, 1], LINE);
  });
}

function fill(
  canvas: Canvas,
  [left, top, width, height]: readonly [number, number, number, number],
  colour: number,
): void {
  for (let y = top; y < Math.min(top + height, HEIGHT); y += 1) {
    canvas.dots.fill(colour, y * WIDTH + left, y * WIDTH + Math.min(left + width, WIDTH));
  }
}

function write(canvas: Canvas, left: number, top: number, text: string, colour: number, scale: number): void {
  let x = left;
  for (const character of plainLetters(text)) {
    const glyph = canvas.font.get(character) ?? canvas.font.get('?') ?? [];
    glyph.forEach((row, line) => {
      for (let column = 0; column < 5; column += 1) {
        if ((row & (16 >> column)) === 0) continue;
        const box = [x + Math.round(column * scale), top + Math.round(line * scale)] as const;
        fill(canvas, [box[0], box[1], Math.ceil(scale), Math.ceil(scale)], colour);
      }
    });
    x += Math.round(ADVANCE * scale);
    if (x > WIDTH - 12) return;
  }
}

/** The drawn letters have no accents. */
const plainLetters = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ø', 'o');

function packPng(dots: Buffer): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const lines = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) dots.copy(lines, y * (WIDTH + 1) + 1, y * WIDTH, (y + 1) * WIDTH);
  const colours = Buffer.from(PALETTE.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
