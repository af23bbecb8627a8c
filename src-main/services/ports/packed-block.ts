import type { BlockIndex } from '../../../shared/domain/population/row-block.ts';

/** A block of a population's rows whose lines are one frame of zstd (RFC 8878), as the engagement file keeps them. */
export interface PackedBlock extends BlockIndex {
  readonly packedLines: Uint8Array;
}
