import { refuseDamaged } from '../refusal.ts';
import { PACKAGE_RELATIONSHIPS } from './namespaces.ts';
import { visitElements } from './xml-elements.ts';
import type { ZipPackage } from './zip-package.ts';

/** A reference from one part to another. */
export interface Relationship {
  /** Last word of the relationship's type: `worksheet`, `styles`, `sharedStrings`, … */
  readonly kind: string;
  /** Name of the part it leads to; null where it leads outside the workbook. */
  readonly part: string | null;
}

const NAMESPACES: ReadonlySet<string> = new Set([PACKAGE_RELATIONSHIPS]);

/** The references of a part (`''` for the package itself) by their identifier; none where the part has no list of them. */
export async function readRelationships(
  zip: ZipPackage,
  source: string,
): Promise<ReadonlyMap<string, Relationship>> {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  const list = `${folder}_rels/${source.slice(folder.length)}.rels`;
  const found = new Map<string, Relationship>();
  if (!zip.has(list)) return found;
  await visitElements(zip, list, NAMESPACES, (element) => {
    if (element.path !== 'Relationships/Relationship') return;
    const id = element.attribute('Id') ?? '';
    if (found.has(id)) refuseDamaged(`its part ${list} uses an identifier twice`, { part: list });
    const isOutside = element.attribute('TargetMode') === 'External';
    const kind = (element.attribute('Type') ?? '').split('/').at(-1) ?? '';
    found.set(id, {
      kind,
      part: isOutside ? null : resolveTarget(zip, folder, element.attribute('Target') ?? ''),
    });
  });
  return found;
}

/** A target is relative to the folder of its source, or absolute within the package; it may be percent-encoded. */
function resolveTarget(zip: ZipPackage, folder: string, target: string): string {
  const whole = target.replaceAll('\\', '/');
  const steps = (whole.startsWith('/') ? whole : folder + whole).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  const name = path.join('/');
  return zip.has(name) ? name : decodePercent(name);
}

function decodePercent(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
