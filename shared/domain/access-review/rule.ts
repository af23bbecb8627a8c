/** What a rule of the access review is, and what it answers. */
import type { AccessFacts } from './access-facts.ts';
import type { ListKind } from './access-list.ts';
import type { Subject } from './access-record.ts';

/** The rules of the reference work, section f. */
export const ruleIds = [
  ...(['W0', 'W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8', 'W9', 'W10'] as const),
  ...(['W11', 'W12', 'W13', 'W14', 'W15', 'W16', 'W17', 'W18', 'W19', 'W20', 'W21'] as const),
] as const;
/** A rule. */
export type RuleId = (typeof ruleIds)[number];

/** Something that a rule found. It is never a deviation by itself: a person says what it is. */
export interface FoundException {
  /** The same for the same fact at every run. */
  readonly key: string;
  readonly subject: Subject;
  /** What kind of exception, for grouping. */
  readonly code: string;
  /** The fact in one sentence. */
  readonly words: string;
}

/** What a rule answers. */
export interface RuleOutcome {
  /** Everything that the rule is about. */
  readonly population: readonly Subject[];
  /** Of these, what could not be compared, by key, and why. */
  readonly notCompared: ReadonlyMap<string, string>;
  readonly exceptions: readonly FoundException[];
}

/** A figure of a rule that an auditor may change. */
export interface Threshold {
  readonly name: string;
  /** As a person reads it, without the figure. */
  readonly label: string;
  readonly unit: 'days' | 'hours' | 'minutes' | 'grants' | 'yesNo';
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** The figures of a rule by name. */
export type Figures = Readonly<Record<string, number>>;

/** What a rule needs of the lists: every kind named, each with these fields in at least one list. */
export interface RuleNeed {
  readonly kind: ListKind;
  readonly fields: readonly string[];
  /** What may stand in its place. */
  readonly or?: RuleNeed;
}

/** A rule as data beside its function. */
export interface AccessRule {
  readonly id: RuleId;
  readonly title: string;
  /** The lists it compares, as the reference work names them. */
  readonly compares: string;
  /** When it finds an exception, in one sentence. */
  readonly finds: string;
  /** What its population is, as in “Compared all 184 {population}”. */
  readonly population: string;
  readonly needs: readonly RuleNeed[];
  readonly thresholds: readonly Threshold[];
  /** Whether it says something of one day, so that a Type I examination may use it. */
  readonly isTypeI: boolean;
  /** Control of the library, and the attribute of its test, that the result speaks to. */
  readonly control: string;
  readonly attribute: string;
  readonly check: (facts: AccessFacts, figures: Figures) => RuleOutcome;
}

/** Gathers the answer of a rule. */
export interface Findings {
  /** Counts a subject into the population. */
  look(subject: Subject): void;
  /** Says that a subject could not be compared. */
  skip(subject: Subject, why: string): void;
  /** Records an exception; `about` keeps two of one subject and code apart. */
  find(subject: Subject, code: string, words: string, about?: string): void;
  outcome(): RuleOutcome;
}

/** A gatherer for a rule. */
export function findingsOf(id: RuleId): Findings {
  const population: Subject[] = [];
  const notCompared = new Map<string, string>();
  const exceptions = new Map<string, FoundException>();
  return {
    look: (subject) => void population.push(subject),
    skip: (subject, why) => void notCompared.set(subject.key, why),
    find(subject, code, words, about = '') {
      const key = [id, code, subject.key, ...(about === '' ? [] : [about])].join(' | ');
      exceptions.set(key, { key, subject, code, words });
    },
    outcome: () => ({ population, notCompared, exceptions: [...exceptions.values()] }),
  };
}

/** A figure of a rule; the catalogue gives every rule the figures that its function asks for. */
export const figure = (figures: Figures, name: string): number => figures[name] ?? 0;
