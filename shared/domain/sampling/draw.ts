/** What a draw is: the records of a population, the items taken from it in order, and why there may be none. */

/** SHA-256 of a text's UTF-8 bytes as 64 lower-case hexadecimal digits; handed in because the rules reach no library. */
export type Sha256Hex = (text: string) => string;

/** The published algorithms. A changed algorithm gets a new name beside the old, so that every draw can be redrawn. */
export type DrawAlgorithm = 'consistent-sampler/1' | 'systematic-sampler/1' | 'stratified-sampler/1';

/** A record of the population as a draw sees it: its unique key, and its stratum where the draw is stratified. */
export type PopulationRecord = { readonly key: string; readonly stratum?: string };

/** An item of a sample; `ordinal` counts from 1 in the order of the draw and runs on into the reserve. */
export type DrawnItem = { readonly ordinal: number; readonly key: string; readonly stratum?: string };

/** How many records a stratum holds and how many items were taken from it. */
export type StratumShare = { readonly stratum: string; readonly records: number; readonly items: number };

/** A completed draw. `reserve` holds the next items of the same sequence, for records that prove not to belong. */
export type Draw = {
  readonly algorithm: DrawAlgorithm;
  readonly population: number;
  readonly items: readonly DrawnItem[];
  readonly reserve: readonly DrawnItem[];
  /** Stratified draws only: the strata in order of name. */
  readonly strata?: readonly StratumShare[];
  /** Systematic draws only: the interval and the position, counted from 1 in the sorted list, of the first item. */
  readonly systematic?: { readonly interval: number; readonly start: number; readonly unreachable: number };
};

/** Why nothing was drawn. `position` counts the records from 1 in the order they were offered. */
export type DrawRefusal =
  | { readonly code: 'seed-is-blank' }
  | { readonly code: 'seed-is-not-text' }
  | { readonly code: 'size-out-of-range'; readonly size: number }
  | { readonly code: 'population-too-large'; readonly maximum: number }
  | { readonly code: 'key-is-blank'; readonly position: number }
  | { readonly code: 'key-is-not-text'; readonly position: number }
  | { readonly code: 'duplicate-key'; readonly key: string; readonly position: number }
  | { readonly code: 'sample-larger-than-population'; readonly size: number; readonly population: number }
  | AllocationRefusal;

/** Why a sample cannot be divided among the strata. */
export type AllocationRefusal =
  | { readonly code: 'stratum-is-blank'; readonly position: number }
  | { readonly code: 'too-many-strata'; readonly strata: number; readonly maximum: number }
  | { readonly code: 'allocation-does-not-add-up'; readonly size: number; readonly allocated: number }
  | { readonly code: 'allocation-names-unknown-stratum'; readonly stratum: string }
  | {
      readonly code: 'allocation-exceeds-stratum';
      readonly stratum: string;
      readonly items: number;
      readonly records: number;
    };
