import type { Rule } from 'eslint';

/** Reports a type assertion that no comment explains. */
export const explainedAssertion: Rule.RuleModule;
