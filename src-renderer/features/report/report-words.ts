import type { Output } from '../../app/client.ts';
import { targetPath } from '../../app/target-path.ts';
import { shownDate } from '../../ui/form/typed-date.ts';
import { countOf } from '../../ui/text/format-number.ts';
import { STATUS_WORDS } from './messages.ts';
import type { GateLine, Version } from './messages.ts';

/** "Version 1 draft": what the top bar calls the version on screen. */
export function versionFolio(version: Version | undefined): string {
  return version === undefined
    ? 'Not started'
    : `Version ${String(version.version)} ${STATUS_WORDS[version.status].label.toLowerCase()}`;
}

/** The line under the title: type, date, and what stands between the report and its signature. */
export function reportWords(
  engagement: Output<'engagement.get'>,
  version: Version | undefined,
  blocking: number,
): string {
  const dated = version?.reportDate ?? null;
  const head = `SOC 2 Type ${engagement.type}, ${dated === null ? 'without a date yet' : `dated ${shownDate(dated)}`}`;
  return `${head}. ${stateWords(version, blocking)}`;
}

function stateWords(version: Version | undefined, blocking: number): string {
  if (version === undefined) return 'No draft is started';
  if (version.status === 'issued') return `Issued ${shownDate(version.releaseDate ?? '')}`;
  if (version.status === 'signed') return `Signed by ${version.signedBy ?? '–'}, not issued`;
  if (version.status === 'superseded' || version.status === 'withdrawn')
    return STATUS_WORDS[version.status].label;
  if (blocking > 0) return `Not ready to sign: ${countOf(blocking, 'gate blocks', 'gates block')}`;
  return version.status === 'readyToSign' ? 'Ready to sign' : 'No gate blocks';
}

/** How many gates are in each state, in the order of the counts line. */
export function gateCounts(gates: readonly GateLine[]): Readonly<Record<GateLine['state'], number>> {
  const count = (state: GateLine['state']): number => gates.filter((gate) => gate.state === state).length;
  return {
    blocks: count('blocks'),
    met: count('met'),
    later: count('later'),
    notApplicable: count('notApplicable'),
  };
}

/** Whether a gate is asked before the report is ready to sign, rather than at signing and issue. */
export function isReadinessGate(gate: GateLine): boolean {
  return Number(gate.code.slice(1)) <= 11;
}

const PLACE_OF_GATE: Readonly<Record<string, string>> = {
  L2: '/review',
  L4: '/letters',
  L5: '/letters',
  L6: '/letters',
  L8: '/opinion',
  L9: '/description',
  L11: '/letters',
};

/** Where the cause of a gate is put right; `undefined` where it is on this page. */
export function causePath(gate: GateLine): string | undefined {
  if (gate.code === 'L1') return gate.target?.entity === 'criterion' ? '/criteria' : '/review';
  const place = PLACE_OF_GATE[gate.code];
  if (place !== undefined) return place;
  if (gate.code === 'L3' && gate.count > 1) return '/deviations';
  if (gate.code === 'L7') return undefined;
  return gate.target === null ? undefined : targetPath(gate.target);
}
