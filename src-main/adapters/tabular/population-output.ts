import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import type { Refusal } from '../../../shared/domain/gates/refusal.ts';
import { BlockBuilder, type RowBlock } from '../../../shared/domain/population/row-block.ts';
import type { RowCells } from '../../../shared/domain/population/row-cells.ts';
import { createRowIntake, type RowIntake } from '../../../shared/domain/population/row-intake.ts';
import { createZoneOffset } from '../../../shared/lib/intl-zone-offset.ts';
import type { PackedBlock } from '../../services/ports/packed-block.ts';
import type { PopulationIntake } from '../../services/ports/tabular.ts';
import type { ParentChannel } from './parent-channel.ts';
import type { TakenRows } from './process-protocol.ts';
import type { RowOutput } from './row-output.ts';
import type { UnderWay } from './under-way.ts';

/**
 * Blocks are sent together, since each message is stored in a step of its own: few at first, so that a short list tells how far
 * it is as well, and more as the list goes on.
 */
const SENT_BYTES = { first: 16 * 1024, most: 512 * 1024 } as const;

/** The mapping that was chosen does not fit the header of the list. */
export class MappingMisfit extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'MappingMisfit';
    this.refusal = refusal;
  }
}

/**
 * Takes the rows of a list into a population, here where they are read: the other process is handed what it stores, packed
 * as it stores it, and not every cell of a million rows.
 */
export class PopulationOutput implements RowOutput {
  private readonly channel: ParentChannel;
  private readonly underWay: UnderWay;
  private readonly rules: PopulationIntake;
  private intake: RowIntake | null = null;
  private readonly builder = new BlockBuilder();
  private readonly hash = createHash('sha256');
  private blocks: PackedBlock[] = [];
  private waitingBytes = 0;
  /** Bytes at which what waits is sent. */
  private enough: number = SENT_BYTES.first;
  private lastRow = 0;

  constructor(channel: ParentChannel, underWay: UnderWay, rules: PopulationIntake) {
    this.channel = channel;
    this.underWay = underWay;
    this.rules = rules;
  }

  header(cells: readonly string[]): void {
    const zone = { name: this.rules.zone, offsetOf: createZoneOffset() };
    const started = createRowIntake({ ...this.rules, header: cells, zone });
    if (!started.ok) throw new MappingMisfit(started.error);
    this.intake = started.value;
  }

  row(cells: RowCells, fileRow: number): void {
    if (this.intake === null) throw new Error('a row came before the header');
    if (fileRow <= this.lastRow) throw new Error('the rows of a list come in the order of the file');
    this.lastRow = fileRow;
    this.keep(this.builder.add(this.intake.take(cells, fileRow), cells));
  }

  async settle(): Promise<void> {
    if (this.waitingBytes >= this.enough) this.send();
    await this.underWay.settle();
  }

  /** Sends what is left; what all rows came to. */
  finish(): TakenRows {
    this.keep(this.builder.end());
    this.send();
    if (this.intake === null) throw new Error('a list was read without its header');
    return { summary: this.intake.summary(), rowsSha256: this.hash.digest('hex') };
  }

  private keep(block: RowBlock | null): void {
    if (block === null) return;
    const { lines, ...index } = block;
    this.hash.update(lines);
    const packedLines = zstdCompressSync(lines);
    this.blocks.push({ ...index, packedLines });
    this.waitingBytes += packedLines.length;
  }

  private send(): void {
    if (this.blocks.length === 0) return;
    this.channel.send({ kind: 'blocks', blocks: this.blocks });
    this.blocks = [];
    this.waitingBytes = 0;
    this.enough = Math.min(this.enough * 2, SENT_BYTES.most);
    this.underWay.sent();
  }
}
