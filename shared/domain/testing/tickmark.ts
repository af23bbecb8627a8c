/** The firm's own signs in the grid: each stands for one attribute, and the legend says for which. */
import { rule, type Refusal } from '../gates/refusal.ts';

/** An attribute with its sign, as far as the rules of signs look at it. */
interface Marked {
  readonly key: string;
  readonly text: string;
  readonly tickmark?: string | undefined;
}

/** Characters of a sign at most: it stands in a cell of the grid. */
const LONGEST_TICKMARK = 3;

/** Why signs cannot be used: one is too long or has a space in it, or two attributes share one. `null` where all can. */
export function tickmarkFinding(attributes: readonly Marked[]): Refusal | null {
  const marks = attributes.map(({ key, tickmark = '' }) => ({ key, mark: tickmark.trim() }));
  const unfit = marks.find(({ mark }) => charactersOf(mark) > LONGEST_TICKMARK || /\s/u.test(mark));
  if (unfit !== undefined)
    return rule(
      'invalid-value',
      `The tick-mark of attribute ${unfit.key} does not fit in a cell.`,
      `Take at most ${String(LONGEST_TICKMARK)} characters without a space.`,
      { key: unfit.key },
    );
  const set = marks.filter(({ mark }) => mark !== '');
  const twice = set.find(({ mark }, index) => set.findIndex((other) => other.mark === mark) < index);
  if (twice === undefined) return null;
  return rule(
    'invalid-value',
    `The tick-mark ${twice.mark} stands for two attributes.`,
    'Give each attribute its own, or leave one without.',
    { key: twice.key },
  );
}

/** Characters as a person counts them: a letter with its accent is one. */
function charactersOf(text: string): number {
  return [...new Intl.Segmenter('en').segment(text)].length;
}
