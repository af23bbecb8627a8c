import { gateCatalogue } from '../../shared/domain/gates/gate-catalogue.ts';
import type { GateCode } from '../../shared/domain/gates/gate-catalogue.ts';
import type { Refusal, RuleCode } from '../../shared/domain/gates/refusal.ts';
import type { GateAction, GateMessage } from '../ui/gate/gate-message.ts';

/** What the rules found, as a refusal carries it or as a query lists it. */
export interface Finding {
  readonly code: string;
  readonly kind: 'block' | 'warning';
  readonly message: string;
  readonly next: string;
}

/** Headlines of the refusals that are not gates of the reference work. A new code does not compile until it is worded. */
const RULE_TITLES: Readonly<Record<RuleCode, string>> = {
  'not-found': 'This is no longer there',
  'stale-revision': 'Changed since it was shown',
  'wrong-state': 'Not possible in this state',
  'not-in-team': 'Only members of the team act',
  'role-required': 'Another role is needed',
  'invalid-value': 'Something is missing',
  'already-exists': 'It exists already',
  'no-person': 'Nobody is signed in',
  'wrong-passphrase': 'The passphrase does not fit',
  'no-engagement': 'No engagement is open',
  'engagement-open': 'Another engagement is open',
  'unreadable-file': 'The file cannot be read',
  'only-saved': 'Files of this kind are only saved',
  cancelled: 'Cancelled',
  'report-not-rendered': 'The report could not be typeset',
  'evidence-altered': 'The evidence was altered',
  'conflict-open': 'Two versions stand beside each other',
};

/** The rule in a few words. */
export function gateTitle(code: string): string {
  if (isGate(code)) return gateCatalogue[code].title;
  return isRule(code) ? RULE_TITLES[code] : 'The rules say no';
}

/** The code as it stands at the end of a banner; both faces of one gate carry its code in the reference work. */
export function shownCode(code: string): string {
  if (!isGate(code)) return 'rule';
  return code === 'N3B' ? 'N3' : code === 'T4J' ? 'T4' : code;
}

/** A finding as a banner shows it: rule, fact and next step. Without actions the next step is said in words. */
export function gateMessage(finding: Finding, actions: readonly GateAction[] = []): GateMessage {
  const { code, kind, message, next } = finding;
  return {
    code: shownCode(code),
    kind,
    headline: gateTitle(code),
    message: actions.length > 0 || next === '' ? message : `${message} ${next}`,
    short: message,
    actions,
  };
}

/** A refusal and every other gate that blocks the same action. */
export function refusalsOf(refusal: Refusal): readonly Refusal[] {
  return [{ ...refusal, also: [] }, ...refusal.also.flatMap(refusalsOf)];
}

function isGate(code: string): code is GateCode {
  return Object.hasOwn(gateCatalogue, code);
}

function isRule(code: string): code is RuleCode {
  return Object.hasOwn(RULE_TITLES, code);
}
