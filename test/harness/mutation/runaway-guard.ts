/** Stops a loop that a change has made endless: a test that never ends could not fail. */
import ts from 'typescript';

/** Microseconds of the processor that a changed file may take from its first loop on, far more than any test needs. */
const PATIENCE = 10_000_000;

const guard = `let __steps = 0; let __started;
function __spent() { const { user, system } = process.threadCpuUsage(); return user + system; }
function __guard() {
  __started ??= __spent();
  if ((++__steps & 255) === 0 && __spent() - __started > ${PATIENCE}) throw new Error('endless');
}
`;

/** The source with a check in every loop; its lines may move. */
export function withRunawayGuards(source: string): string {
  const file = ts.createSourceFile('guarded.ts', source, ts.ScriptTarget.Latest, true);
  const bodies: ts.Statement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIterationStatement(node, false)) bodies.push(node.statement);
    ts.forEachChild(node, visit);
  };
  visit(file);
  if (bodies.length === 0) return source;
  const cuts = bodies.flatMap((body) => [
    { at: body.getStart(file), text: '{ __guard(); ' },
    { at: body.getEnd(), text: ' }' },
  ]);
  let guarded = source;
  for (const { at, text } of [...cuts].sort((a, b) => b.at - a.at))
    guarded = `${guarded.slice(0, at)}${text}${guarded.slice(at)}`;
  return `${guarded}\n${guard}`;
}
