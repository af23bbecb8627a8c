/** A draw certificate as one printed page: its facts in words, and as many items as the page holds. */
import type { CertifiedItem, DrawCertificate } from './draw-certificate.ts';
import { formatExactPercent, rateFromBasisPoints } from './fraction.ts';
import { formatCount } from './sample-wording.ts';

/** What the page prints beside the certificate itself. */
export interface CertificateSheet extends Omit<DrawCertificate, 'items'> {
  readonly sentence: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly printed: readonly CertifiedItem[];
  /** Columns of items side by side. */
  readonly groups: number;
  /** Items that the page does not hold. */
  readonly unprinted: number;
}

/** Lines of items that a page holds under the facts. */
const LINES = 38;

/** Characters of a fact on one line of the page, and lines that a superseded draw needs to say so. */
const LINE_LENGTH = 88;
const SUPERSEDED_LINES = 4;

/** Characters of a fact that a page holds; the certificate as JSON has it whole. */
const LONGEST_FACT = 240;

const METHODS: Readonly<Record<DrawCertificate['method'], string>> = {
  simpleRandom: 'drawn by simple random selection',
  systematic: 'drawn systematically from a random start',
  stratified: 'drawn at random from each stratum',
  haphazard: 'selected haphazardly',
  judgmental: 'selected by judgment',
};

const BASES: Readonly<Record<DrawCertificate['basis'], string>> = {
  statistical: 'statistical',
  frequencyGuidance: 'guidance by frequency',
  all: 'all items',
  oneInstance: 'one instance of each type',
  targeted: 'targeted, not projected',
};

/** The page of a certificate. */
export function certificateSheet(certificate: DrawCertificate): CertificateSheet {
  const { items, ...rest } = certificate;
  const groups = groupsFor(items);
  const facts = factsOf(certificate);
  const printed = items.slice(0, groups * linesBelow(facts, certificate.stands));
  return {
    ...rest,
    supersededBecause: rest.supersededBecause === null ? null : shortened(rest.supersededBecause),
    sentence: sentenceOf(certificate),
    facts,
    ...{ printed, groups, unprinted: items.length - printed.length },
  };
}

/** Lines that are left for items under facts of this length. */
function linesBelow(facts: CertificateSheet['facts'], stands: boolean): number {
  const wrapped = facts.reduce((sum, [, value]) => sum + Math.ceil(value.length / LINE_LENGTH) - 1, 0);
  return LINES - Math.ceil(wrapped * 1.5) - (stands ? 0 : SUPERSEDED_LINES);
}

/** Long keys leave room for fewer columns. */
function groupsFor(items: readonly CertifiedItem[]): number {
  const longest = Math.max(0, ...items.map(({ key }) => key.length));
  if (longest <= 12) return 4;
  return longest <= 20 ? 3 : 2;
}

function sentenceOf({ items, records, client, period, basis, method }: DrawCertificate): string {
  const drawn = items.filter(({ replaces }) => replaces === null).length;
  const how = basis === 'all' ? 'every record' : METHODS[method];
  return `${formatCount(drawn)} of ${formatCount(records)} records, ${client}, ${period}, ${how}.`;
}

function factsOf(certificate: DrawCertificate): CertificateSheet['facts'] {
  const { control, population, filters, seed, algorithm, stratumColumn, stopRule } = certificate;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Test', `${certificate.workpaper}, control ${control}, ${certificate.system}`],
    ['List', population],
    ['Filters', filters.map(({ code, words }) => `${code}, ${words}`).join('; ') || 'none'],
    ['Plan', planWords(certificate)],
    ['Strata by', stratumColumn],
    ['Own division', certificate.allocation.join(', ')],
    ['Seed', seed ?? 'none: no algorithm chose the items'],
    ['Algorithm', algorithm],
    ['Selection', certificate.selectionReason],
    ['Open findings', certificate.openFindings.join('; ')],
    ['Stop rule', stopRule],
    ['Risk of both stages', certificate.expandedRisk],
    ['Proposed', certificate.proposedBy],
    ['Approved', actWords(certificate.approvedBy, certificate.approvedAt)],
    ['Drawn', actWords(certificate.drawnBy, certificate.drawnAt)],
  ];
  return facts.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [[label, shortened(value)] as const],
  );
}

function shortened(text: string): string {
  return text.length <= LONGEST_FACT ? text : `${text.slice(0, LONGEST_FACT - 1)}…`;
}

function planWords({ basis, rates, computedSize, chosenSize, overrideReason }: DrawCertificate): string {
  const size = `${formatCount(chosenSize)} items`;
  const because =
    overrideReason === null ? '' : ` (${formatCount(computedSize)} by the plan; ${overrideReason})`;
  if (rates === null) return `${BASES[basis]}, ${size}${because}`;
  const percent = (rate: number) => formatExactPercent(rateFromBasisPoints(rate));
  const { risk, tolerableRate, expectedRate } = rates;
  const basics = `risk ${percent(risk)}, tolerable ${percent(tolerableRate)}, expected ${percent(expectedRate)}`;
  return `${BASES[basis]}, ${basics}, ${size}${because}`;
}

/** An instant as it is on record, in UTC. */
function actWords(who: string | null, at: string | null): string | null {
  if (who === null || at === null) return null;
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC, ${who}`;
}
