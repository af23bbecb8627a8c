/** The small changes by which the tests of a file are tried: one operator or constant at a time. */
import ts from 'typescript';

/** One change to a file: the text from `start` to `end` gives way to `replacement`. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  /** Line in the file, from 1. */
  readonly line: number;
  readonly original: string;
  readonly replacement: string;
}

/** An operator and what takes its place. */
const operators: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.SlashToken]: '*',
  [ts.SyntaxKind.PercentToken]: '*',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.PlusEqualsToken]: '-=',
  [ts.SyntaxKind.MinusEqualsToken]: '+=',
};

/** A method and the one it is most easily mistaken for. */
const methods: Readonly<Record<string, string>> = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  some: 'every',
  every: 'some',
  padStart: 'padEnd',
};

/** All changes to a file, in the order of the text. Types, imports and texts of more than a word are left alone. */
export function mutantsOf(source: string): readonly Mutant[] {
  const file = ts.createSourceFile('mutated.ts', source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    for (const [place, replacement] of changesOf(node)) {
      const [start, end] = [place.getStart(file), place.getEnd()];
      const line = file.getLineAndCharacterOfPosition(start).line + 1;
      mutants.push({ start, end, line, original: source.slice(start, end), replacement });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants;
}

/** The file with one change made. */
export function withMutant(source: string, { start, end, replacement }: Mutant): string {
  return `${source.slice(0, start)}${replacement}${source.slice(end)}`;
}

type Change = readonly [ts.Node, string];

function changesOf(node: ts.Node): readonly Change[] {
  if (ts.isBinaryExpression(node)) return operatorChange(node);
  if (ts.isPrefixUnaryExpression(node)) return prefixChange(node);
  if (ts.isIfStatement(node)) return conditionChanges(node.expression);
  if (ts.isConditionalExpression(node)) return conditionChanges(node.condition);
  if (ts.isPropertyAccessExpression(node)) return methodChange(node);
  return constantChange(node);
}

function operatorChange(node: ts.BinaryExpression): readonly Change[] {
  if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return fallbackChange(node);
  const replacement = operators[node.operatorToken.kind];
  return replacement === undefined ? [] : [[node.operatorToken, replacement]];
}

/** `a ?? b` becomes `b`: a file in which nobody notices does not need the left side. */
function fallbackChange(node: ts.BinaryExpression): readonly Change[] {
  return [[node, node.right.getText()]];
}

function prefixChange(node: ts.PrefixUnaryExpression): readonly Change[] {
  const operand = node.operand.getText();
  if (node.operator === ts.SyntaxKind.ExclamationToken) return [[node, operand]];
  if (node.operator === ts.SyntaxKind.MinusToken) return [[node, operand]];
  return [];
}

/** A condition that always holds, and one that never does. */
function conditionChanges(condition: ts.Expression): readonly Change[] {
  return [
    [condition, 'true'],
    [condition, 'false'],
  ];
}

function methodChange(node: ts.PropertyAccessExpression): readonly Change[] {
  const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
  const replacement = methods[node.name.text];
  return isCalled && replacement !== undefined ? [[node.name, replacement]] : [];
}

function constantChange(node: ts.Node): readonly Change[] {
  if (ts.isBigIntLiteral(node)) return [[node, node.text === '0n' ? '1n' : `(${node.text} + 1n)`]];
  if (ts.isNumericLiteral(node)) return [[node, node.text === '0' ? '1' : `(${node.text} + 1)`]];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [[node, 'false']];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [[node, 'true']];
  return ts.isStringLiteral(node) ? textChange(node) : [];
}

/** An empty text is filled; a single word (a code, a state) is emptied. Property names and sentences are left alone. */
function textChange(node: ts.StringLiteral): readonly Change[] {
  if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return [];
  if (node.text === '') return [[node, "'mutant'"]];
  return /^[\w-]+$/.test(node.text) ? [[node, "''"]] : [];
}
