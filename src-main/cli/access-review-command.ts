/** `access review`: the rules W0 to W21 over given lists, without an engagement file. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { mapping as mappingSchema } from '../../shared/contract/access-review-views.ts';
import { accessFactsOf } from '../../shared/domain/access-review/access-facts.ts';
import { isUserList, listKinds, type ListKind } from '../../shared/domain/access-review/access-list.ts';
import type { ReadList } from '../../shared/domain/access-review/access-record.ts';
import { figureFinding, figuresOfTexts } from '../../shared/domain/access-review/edit-review.ts';
import {
  emptyMapping,
  mappingFaults,
  suggestMapping,
  type ListMapping,
} from '../../shared/domain/access-review/list-mapping.ts';
import { readList } from '../../shared/domain/access-review/read-list.ts';
import { resultText, rulesVersion } from '../../shared/domain/access-review/record-run.ts';
import { accessRules } from '../../shared/domain/access-review/rule-catalogue.ts';
import {
  comparedCount,
  resultSentence,
  runRules,
  type ChangedFigures,
  type RuleResult,
} from '../../shared/domain/access-review/run-rules.ts';
import type { LocalZone } from '../../shared/domain/population/population-date.ts';
import { parsePlainDate, type PlainDate, type ZoneOffset } from '../../shared/lib/plain-date.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { TabularReader } from '../services/ports/tabular.ts';
import { textOption, type Options } from './arguments.ts';
import { UsageError, type Outcome } from './outcome.ts';
import { describeFailure } from './population-commands.ts';

/** What the command needs from outside. */
export interface AccessTools {
  readonly tabular: TabularReader;
  readonly sha256Hex: (text: string) => string;
  readonly offsetOf: ZoneOffset;
}

const optionOf = (kind: ListKind): string => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The options of the command: one file for each kind of list, and what holds for all of them. */
export const accessReviewOptions: readonly string[] = [
  ...listKinds.map(optionOf),
  ...['as-of', 'reviewed-on', 'due-on', 'period-start', 'zone', 'mapping', 'figures', 'rules'],
];

/** Reads the lists and runs the rules; a list that cannot be read, or whose columns are not found, is refused. */
export async function runAccessReview(options: Options, tools: AccessTools): Promise<Outcome> {
  const asOf = dateOption(options, 'as-of');
  if (asOf === null) throw new UsageError('Give the day for which the lists speak: --as-of YYYY-MM-DD.');
  const zone = { name: zoneOption(options), offsetOf: tools.offsetOf };
  const read = await readLists(options, asOf, zone, tools.tabular);
  if (!read.ok) return read.error;
  const lists = read.value;
  if (lists.length === 0) throw new UsageError('Give at least one list, for example --users FILE.');
  const dates = {
    asOf,
    reviewedOn: dateOption(options, 'reviewed-on') ?? asOf,
    dueOn: dateOption(options, 'due-on'),
    periodStart: dateOption(options, 'period-start'),
  };
  const facts = accessFactsOf(lists, dates, zone, []);
  const figures = figuresOption(options);
  const results = runRules(facts, wantedRules(options), figures);
  return outcomeOfRun(lists, results, tools.sha256Hex(resultText(results)));
}

/** The figures that are changed for this run; one that no rule has, or beyond its bounds, ends the command. */
function figuresOption(options: Options): ChangedFigures {
  const texts = (textOption(options, 'figures') ?? '').split(',').filter((text) => text !== '');
  for (const text of texts) {
    const [changed] = figuresOfTexts([text]);
    if (changed === undefined)
      throw new UsageError(`--figures ${text} is not understood. Write it as W5.days=90.`);
    const finding = figureFinding(...changed);
    if (finding !== null) throw new UsageError(`--figures ${text}: ${finding.message} ${finding.next}`);
  }
  return figuresOfTexts(texts);
}

function zoneOption(options: Options): string {
  const zone = textOption(options, 'zone') ?? 'UTC';
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new UsageError(
      `--zone ${zone} is no time zone. Give a name such as Europe/Vienna or America/New_York.`,
    );
  }
}

/** The lists that were given, in the order of their kinds; the first that is refused ends the command. */
async function readLists(
  options: Options,
  asOf: PlainDate,
  zone: LocalZone,
  tabular: TabularReader,
): Promise<Result<readonly ReadList[], Outcome>> {
  const mappings = mappingsOf(textOption(options, 'mapping'));
  const lists: ReadList[] = [];
  for (const kind of listKinds) {
    const file = textOption(options, optionOf(kind));
    if (file === undefined) continue;
    const table = await readTable(tabular, kind, file, mappings.get(kind) ?? null);
    if (!table.ok) return table;
    const day = isUserList(kind) && kind !== 'laterUsers' ? asOf : null;
    lists.push(readList({ ...table.value, kind, title: basename(file), asOf: day, statedCount: null }, zone));
  }
  return ok(lists);
}

function wantedRules(options: Options) {
  const names = textOption(options, 'rules')?.split(',');
  if (names === undefined) return accessRules;
  const unknown = names.find((name) => !accessRules.some(({ id }) => id === name));
  if (unknown !== undefined) throw new UsageError(`There is no rule “${unknown}”; the rules are W0 to W21.`);
  return accessRules.filter(({ id }) => names.includes(id));
}

function dateOption(options: Options, name: string): PlainDate | null {
  const text = textOption(options, name);
  if (text === undefined) return null;
  const date = parsePlainDate(text);
  if (!date.ok) throw new UsageError(`--${name} takes a date YYYY-MM-DD, not “${text}”.`);
  return date.value;
}

/** Mappings by kind of list, from a JSON file. */
function mappingsOf(file: string | undefined): ReadonlyMap<string, ListMapping> {
  if (file === undefined) return new Map();
  const schema = z.partialRecord(z.enum(listKinds), mappingSchema.partial());
  try {
    const parsed = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Map(
      Object.entries(parsed).map(([kind, given]) => [kind, { ...emptyMapping, ...withoutAbsent(given) }]),
    );
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new UsageError(`--mapping ${file} cannot be read: ${reason}`);
  }
}

function withoutAbsent(given: object): Partial<ListMapping> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)); // keys of the schema above
}

interface Table {
  readonly header: readonly string[];
  readonly mapping: ListMapping;
  readonly rows: readonly { readonly rowNumber: number; readonly cells: readonly string[] }[];
  readonly fileSha256: string;
}

/** What the mapping of a file does not say is read as the headers suggest. */
async function readTable(
  tabular: TabularReader,
  kind: ListKind,
  file: string,
  given: ListMapping | null,
): Promise<Result<Table, Outcome>> {
  const rows: Table['rows'][number][] = [];
  const read = await tabular.readRows(file, {}, (batch) => {
    for (const cells of batch) rows.push({ rowNumber: rows.length + 2, cells });
  });
  if (!read.ok) return err(describeFailure(read.error));
  const { header, sha256 } = read.value;
  const suggested = suggestMapping(kind, header);
  const mapping = { ...suggested, ...given, columns: { ...suggested.columns, ...given?.columns } };
  const faults = mappingFaults(kind, mapping, header);
  if (faults.length > 0) {
    const message = `${basename(file)}: ${faults.map(({ words }) => words).join(' ')}`;
    const json = { refused: 'invalid-value', file, columns: header, faults, message };
    return err({ json, text: message, exitCode: 1 });
  }
  return ok({ header, mapping, rows, fileSha256: sha256 });
}

function outcomeOfRun(
  lists: readonly ReadList[],
  results: readonly RuleResult[],
  resultSha256: string,
): Outcome {
  const json = {
    rulesVersion,
    resultSha256,
    lists: lists.map(({ kind, label, rowCount, fileSha256, records }) => ({
      ...{ kind, file: label, sha256: fileSha256, rows: rowCount, records: records.length },
    })),
    rules: results.map((result) => ({
      ...{ rule: result.rule.id, title: result.rule.title, figures: result.figures, missing: result.missing },
      population: result.outcome.population.length,
      compared: comparedCount(result.outcome),
      exceptions: result.outcome.exceptions.length,
      items: result.outcome.exceptions.map(({ subject, code, words }) => ({
        ...{ record: subject.label, list: subject.list, rows: subject.rows, code, words },
      })),
    })),
  };
  const lines = results.map(
    (result) => `${result.rule.id.padEnd(4)}${result.rule.title}: ${resultSentence(result, null)}`,
  );
  return { json, text: lines.join('\n'), exitCode: 0 };
}
