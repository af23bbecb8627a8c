import type { IconShape } from '../icon/UiIcon.tsx';

/** What the palette can find: something to do, somewhere to go, a paper by its reference, or evidence by text. */
export type CommandKind = 'action' | 'place' | 'paper' | 'evidence';

/** A line of the palette. */
export interface PaletteCommand {
  readonly id: string;
  readonly kind: CommandKind;
  readonly label: string;
  /** A second line: the name of a paper, the passage of a text. */
  readonly detail?: string;
  /** The reference by which a paper is found: `LA-02`, `CC6-03`. */
  readonly reference?: string;
  /** Other words by which it is found. */
  readonly words?: readonly string[];
  readonly keys?: string;
  readonly icon?: IconShape;
  /** The code of the gate that blocks the action; running it then shows the banner. */
  readonly gateCode?: string;
  readonly run: () => void;
}

const KIND_ORDER: Readonly<Record<CommandKind, number>> = { action: 0, place: 2, paper: 3, evidence: 4 };

/** How well a command answers a query: 0 best; `undefined` when it does not. */
export function matchQuality(query: string, command: PaletteCommand): number | undefined {
  const wanted = fold(query);
  const names = [command.label, command.reference ?? ''].map(fold).filter((name) => name !== '');
  if (wanted === '') return 3;
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  const words = ` ${fold([...names, command.detail ?? '', ...(command.words ?? [])].join(' '))}`;
  const parts = wanted.split(' ');
  if (parts.every((part) => words.includes(` ${part}`))) return 2;
  return parts.every((part) => words.includes(part)) ? 3 : undefined;
}

/**
 * The commands that answer the query. What is named exactly stands first; then actions allowed here, blocked
 * actions, places, papers, evidence; within a kind the better match, then the given order.
 */
export function rankCommands(
  query: string,
  commands: readonly PaletteCommand[],
  most = 50,
): readonly PaletteCommand[] {
  const found = commands.flatMap((command) => {
    const quality = matchQuality(query, command);
    return quality === undefined ? [] : [{ command, quality, order: commandOrder(command) }];
  });
  return found
    .toSorted((one, other) => {
      const exact = Number(other.quality === 0) - Number(one.quality === 0);
      if (exact !== 0) return exact;
      return one.order - other.order || one.quality - other.quality;
    })
    .slice(0, most)
    .map(({ command }) => command);
}

function commandOrder(command: PaletteCommand): number {
  const isBlocked = command.kind === 'action' && command.gateCode !== undefined;
  return KIND_ORDER[command.kind] + (isBlocked ? 1 : 0);
}

/** Case, accents and the hyphen of references do not matter: `la02` finds LA-02. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/(?<=[a-z0-9])[-.](?=[a-z0-9])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
