import type { OutputOf } from '../../shared/contract/procedure.ts';
import type { populationFindingsContract } from '../../shared/contract/population-findings.ts';
import { initialsOf } from '../../shared/domain/engagement/team.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { notFound } from '../../shared/domain/journal/row-decisions.ts';
import { find } from '../../shared/domain/journal/state.ts';
import {
  acceptFinding,
  acceptanceOf,
  withdrawAcceptance,
} from '../../shared/domain/population/finding-acceptance.ts';
import { compareLists, type ComparedList } from '../../shared/domain/population/list-comparison.ts';
import type { ListFinding } from '../../shared/domain/population/list-findings.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import { compareWithFile } from './list-against-file.ts';
import { listFactsOf, openFindings } from './list-facts.ts';
import type { ImportPorts } from './list-reading.ts';
import type { Session } from './session.ts';

type Contract = typeof populationFindingsContract;
type FindingsView = OutputOf<Contract['population.findings']>;

/** Looks at the records of lists on file, and records what a person accepts of it. */
export function createPopulationFindingsService(ports: ImportPorts): Handlers<Contract> {
  const { session } = ports;
  const known = (id: string): Result<Row<'population'>, Refusal> => {
    const population = find(session.state(), 'population', id);
    return population === undefined ? err(notFound('population', id)) : ok(population);
  };
  return {
    'population.findings': ({ populationId }) => {
      const population = known(populationId);
      return population.ok ? ok(findingsOf(ports, population.value)) : population;
    },
    'population.acceptFinding': ({ reasons, ...input }) => {
      const population = known(input.populationId);
      if (!population.ok) return population;
      const open = openFindings(ports, population.value);
      return session.commit('population.acceptFinding', reasons, (context) =>
        acceptFinding(context, input, open),
      );
    },
    'population.withdrawAcceptance': ({ reasons, ...input }) =>
      session.commit('population.withdrawAcceptance', reasons, (context) =>
        withdrawAcceptance(context, input),
      ),
    'population.compare': ({ populationId, otherId }) => {
      const [here, there] = [known(populationId), known(otherId)];
      if (!here.ok) return here;
      if (!there.ok) return there;
      return ok(compareLists(listOf(session, here.value), listOf(session, there.value)));
    },
    'population.compareFile': (input, call) => {
      const population = known(input.populationId);
      if (!population.ok) return population;
      return compareWithFile(ports, input, population.value, listOf(session, population.value), call);
    },
  };
}

function findingsOf(ports: ImportPorts, population: Row<'population'>): FindingsView {
  const { session } = ports;
  const { id, statedCount: stated, rowsInFile: inFile, recordCount: kept } = population;
  const { findings, shape } = listFactsOf(ports, population);
  const checks = findings.map((finding) => checkView(session, id, finding));
  const agrees = stated === null ? null : stated === inFile || stated === kept;
  return {
    checks,
    open: checks.filter(({ state }) => state === 'open').length,
    columns: shape.columns,
    totals: { stated, inFile, kept, agrees },
    ...{ ...shape.sequence, ...shape.nearDuplicates, ...shape.hours, zone: shape.zone },
  };
}

function checkView(
  session: Session,
  populationId: string,
  { code, state, words }: ListFinding,
): FindingsView['checks'][number] {
  const now = session.state();
  const row = state === 'open' ? acceptanceOf(now, populationId, { code, words }) : undefined;
  if (row === undefined) return { code, state, words, acceptance: null };
  const { id, reason, createdBy, createdAt: at } = row;
  const acceptance = { id, reason, by: initialsOf(now, createdBy), at };
  return { code, state: 'accepted', words, acceptance };
}

function listOf(session: Session, { id, columns }: Row<'population'>): ComparedList {
  return { columns, rows: session.store().populationRows.included(id) };
}
