import type { Refusal } from '../../../shared/domain/gates/refusal.ts';
import { BLOCK_ROWS, blockOf, type RowBlock } from '../../../shared/domain/population/row-block.ts';
import {
  createRowIntake,
  type IntakeRow,
  type IntakeSummary,
  type RowIntake,
} from '../../../shared/domain/population/row-intake.ts';
import { createZoneOffset } from '../../../shared/lib/intl-zone-offset.ts';
import type { PopulationIntake } from '../../services/ports/tabular.ts';
import type { ParentChannel } from './parent-channel.ts';
import type { RowOutput } from './row-output.ts';
import type { UnderWay } from './under-way.ts';

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
 * Takes the rows of a list into a population, here where they are read: the other process is handed what it stores, and
 * not every cell of a million rows.
 */
export class PopulationOutput implements RowOutput {
  private readonly channel: ParentChannel;
  private readonly underWay: UnderWay;
  private readonly rules: PopulationIntake;
  private intake: RowIntake | null = null;
  private rows: IntakeRow[] = [];
  private blocks: RowBlock[] = [];
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

  row(cells: readonly string[], fileRow: number): void {
    if (this.intake === null) throw new Error('a row came before the header');
    if (fileRow <= this.lastRow) throw new Error('the rows of a list come in the order of the file');
    this.lastRow = fileRow;
    this.rows.push(this.intake.take(cells, fileRow));
    if (this.rows.length === BLOCK_ROWS) this.closeBlock();
  }

  async settle(): Promise<void> {
    this.send();
    await this.underWay.settle();
  }

  /** Sends what is left; what was found over all rows. */
  finish(): IntakeSummary {
    if (this.rows.length > 0) this.closeBlock();
    this.send();
    if (this.intake === null) throw new Error('a list was read without its header');
    return this.intake.summary();
  }

  private closeBlock(): void {
    this.blocks.push(blockOf(this.rows));
    this.rows = [];
  }

  private send(): void {
    if (this.blocks.length === 0) return;
    this.channel.send({ kind: 'blocks', blocks: this.blocks });
    this.blocks = [];
    this.underWay.sent();
  }
}
