import type { CriterionText } from '../../../shared/domain/engagement/create-engagement.ts';

/** A control of the library, as a starting text for an engagement's own control. */
export interface LibraryControl {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  readonly descriptionTemplate: string;
  readonly frequency: string;
  readonly nature: string;
  readonly criteria: readonly string[];
  readonly evidenceToRequest: readonly string[];
  readonly typeISteps: readonly string[];
  readonly population: string;
  readonly attributes: readonly { readonly key: string; readonly test: string }[];
  readonly typicalDeviations: readonly string[];
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly zeroPopulation: boolean;
  readonly securityBaseline: boolean;
}

/** Reference data that ships with the program. */
export interface ReferenceDataPort {
  /** The criteria of a set, in order. */
  criteria(set: string): readonly CriterionText[];
  controlLibrary(): readonly LibraryControl[];
}
