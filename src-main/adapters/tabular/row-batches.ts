import type { RowCells } from '../../../shared/domain/population/row-cells.ts';
import type { ParentChannel } from './parent-channel.ts';
import type { RowRun } from './process-protocol.ts';
import type { RowOutput } from './row-output.ts';
import type { UnderWay } from './under-way.ts';

const BATCH_ROWS = 500;

/** Sends rows in batches as they stand in the list. */
export class RowBatches implements RowOutput {
  private readonly channel: ParentChannel;
  private readonly underWay: UnderWay;
  private rows: (readonly string[])[] = [];
  private runs: RowRun[] = [];
  private lastRow = 0;

  constructor(channel: ParentChannel, underWay: UnderWay) {
    this.channel = channel;
    this.underWay = underWay;
  }

  header(cells: readonly string[]): void {
    this.channel.send({ kind: 'header', cells });
  }

  row(cells: RowCells, fileRow: number): void {
    if (this.rows.length === 0 || fileRow !== this.lastRow + 1) this.runs.push([this.rows.length, fileRow]);
    this.lastRow = fileRow;
    this.rows.push(cells.all());
  }

  async settle(): Promise<void> {
    if (this.rows.length >= BATCH_ROWS) this.flush();
    await this.underWay.settle();
  }

  flush(): void {
    if (this.rows.length === 0) return;
    this.channel.send({ kind: 'rows', json: JSON.stringify(this.rows), runs: this.runs });
    this.rows = [];
    this.runs = [];
    this.underWay.sent();
  }
}
