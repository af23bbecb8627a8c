/** Subservice organizations and complementary controls of a report, from the scope. */
import { criteriaInScope } from '../criteria/coverage.ts';
import type { Row } from '../journal/entities.ts';
import { all, where, type EngagementState } from '../journal/state.ts';
import { letterOf, signatoryOf } from './letter-filing.ts';
import type { ComplementaryControl, SubserviceOrganization } from './report-facts.ts';

/** The organizations whose controls are needed, with what is expected of them. */
export function buildSubservice(state: EngagementState): readonly SubserviceOrganization[] {
  return all(state, 'subserviceOrganization')
    .filter((org) => !org.withdrawn)
    .map((org) => ({
      name: org.name,
      service: `provide ${lowerFirst(org.service)}`,
      serviceShort: shortService(org.service),
      method: org.method,
      criteria: printedCriteria(state, org.criteria),
      complementaryControls: buildComplementary(
        state,
        where(state, 'complementaryControl', 'subserviceId', org.id).filter((row) => !row.withdrawn),
      ),
      monitoringControls: controlCodes(state, org.monitoringControlIds),
      assertion: org.method === 'inclusive' ? assertionOf(state, org.id) : null,
    }));
}

/** Words that the overview has room for. */
const longestShort = 40;

/** A service is recorded as a noun; the wording goes on from “uses it to …”. Abbreviations keep their capitals. */
function lowerFirst(service: string): string {
  const [first = '', second = ''] = service;
  return second === second.toLowerCase() ? first.toLowerCase() + service.slice(1) : service;
}

/** The service in short: its words up to the first comma, where they are few. */
function shortService(service: string): string {
  const start = service.split(/[,;.]/)[0]?.trim() ?? '';
  return start !== '' && start.length <= longestShort ? start : 'services described in Section III';
}

function assertionOf(state: EngagementState, orgId: string): SubserviceOrganization['assertion'] {
  const letter = letterOf(state, 'subserviceAssertion', orgId);
  return { officers: (letter?.signatories ?? []).map(signatoryOf), date: letter?.date ?? null };
}

/** Complementary controls as they are printed. */
export function buildComplementary(
  state: EngagementState,
  rows: readonly Row<'complementaryControl'>[],
): readonly ComplementaryControl[] {
  return rows.map(({ number, text, criteria, controlIds }) => ({
    number,
    text,
    criteria: printedCriteria(state, criteria),
    controls: controlCodes(state, controlIds),
  }));
}

/** Only criteria that the report prints are named, so that every link leads somewhere. */
function printedCriteria(state: EngagementState, codes: readonly string[]): readonly string[] {
  return criteriaInScope(state)
    .map((criterion) => criterion.code)
    .filter((code) => codes.includes(code));
}

/** The codes of the agreed controls among these ids. */
export function controlCodes(state: EngagementState, ids: readonly string[]): readonly string[] {
  return all(state, 'control')
    .filter((control) => control.status === 'agreed' && ids.includes(control.id))
    .map((control) => control.code)
    .sort();
}
