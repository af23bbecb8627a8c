import { MAIN_NAMESPACES } from './namespaces.ts';
import { NAME } from './tag-attributes.ts';
import type { TagAttributes } from './tag-attributes.ts';

/** Stands for every element that is not of the workbook's own namespace. */
export const FOREIGN = '?';

interface Level {
  readonly depth: number;
  /** Namespace of each prefix; the default namespace has the prefix ''. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** What names as written mean at this level. */
  readonly resolved: Map<string, string | null>;
}

/** The namespaces in force while a part is read. */
export class NamespaceScope {
  private readonly levels: Level[] = [
    { depth: -1, prefixes: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]), resolved: new Map() },
  ];

  /** Whether names without a prefix are of the workbook's own namespace. */
  isMainByDefault = false;

  /** Adds the declarations of an element at a depth. */
  enter(depth: number, attributes: TagAttributes): void {
    const prefixes = new Map(this.levels.at(-1)?.prefixes);
    for (const [name, value] of attributes.entries()) {
      if (name === 'xmlns') prefixes.set('', value);
      else if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), value);
    }
    this.levels.push({ depth, prefixes, resolved: new Map() });
    this.settleDefault();
  }

  /** Ends the declarations of an element that stood at a depth. */
  leave(depth: number): void {
    if ((this.levels.at(-1)?.depth ?? -1) === depth && depth >= 0) {
      this.levels.pop();
      this.settleDefault();
    }
  }

  private settleDefault(): void {
    this.isMainByDefault = MAIN_NAMESPACES.has(this.levels.at(-1)?.prefixes.get('') ?? '');
  }

  /** Whether every prefix of a tag's attributes is declared. */
  knowsPrefixes(attributes: TagAttributes): boolean {
    const prefixes = this.levels.at(-1)?.prefixes;
    for (const [name] of attributes.entries()) {
      const colon = name.indexOf(':');
      if (colon !== -1 && !name.startsWith('xmlns:') && prefixes?.has(name.slice(0, colon)) !== true)
        return false;
    }
    return true;
  }

  /** The local name of an element of the workbook's own namespace, {@link FOREIGN} for others, null for an undeclared prefix or a text that is no name. */
  resolve(name: string): string | null {
    const level = this.levels.at(-1);
    if (level === undefined) return null;
    const known = level.resolved.get(name);
    if (known !== undefined) return known;
    if (!NAME.test(name)) return null;
    const colon = name.indexOf(':');
    const namespace = level.prefixes.get(colon === -1 ? '' : name.slice(0, colon));
    const isMain = namespace !== undefined && MAIN_NAMESPACES.has(namespace);
    const isKnown = namespace !== undefined || colon === -1;
    const meaning = isMain ? name.slice(colon + 1) : isKnown ? FOREIGN : null;
    level.resolved.set(name, meaning);
    return meaning;
  }
}
