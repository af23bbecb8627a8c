/**
 * A type assertion is a promise that the compiler cannot check, so it has to say why it holds: in a comment
 * on its own lines, on the line above it, or above the statement it stands in. `as const` promises nothing.
 */
const CARRIERS = new Set(['PropertyDefinition', 'Property', 'MethodDefinition', 'JSXAttribute']);

const isConstAssertion = (node) =>
  node.typeAnnotation.type === 'TSTypeReference' && node.typeAnnotation.typeName.name === 'const';

const isCarrier = (node) =>
  CARRIERS.has(node.type) || node.type.endsWith('Statement') || node.type.endsWith('Declaration');

/** The lines on which a comment counts as the explanation of this node. */
function explainingLines(node) {
  const lines = new Set();
  for (let line = node.loc.start.line - 1; line <= node.loc.end.line; line += 1) lines.add(line);
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (!isCarrier(parent)) continue;
    lines.add(parent.loc.start.line - 1);
    if (parent.parent?.type.startsWith('Export')) lines.add(parent.parent.loc.start.line - 1);
    break;
  }
  return lines;
}

const rule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { unexplained: 'This assertion needs a comment that says why it holds.' },
  },
  create(context) {
    const commentEnds = new Set(context.sourceCode.getAllComments().map((comment) => comment.loc.end.line));
    const check = (node) => {
      if (isConstAssertion(node)) return;
      const isExplained = [...explainingLines(node)].some((line) => commentEnds.has(line));
      if (!isExplained) context.report({ node, messageId: 'unexplained' });
    };
    return { TSAsExpression: check, TSTypeAssertion: check };
  },
};

export { rule as explainedAssertion };
