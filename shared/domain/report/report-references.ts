/** Links and what they lead to: a report with a link that leads nowhere is not composed. */
import { controlAnchor, criterionAnchor, deviationAnchor, responseAnchor } from './report-text.ts';
import type { Anchor } from './report-text.ts';
import type { ReportModel } from './report-model.ts';

/** The first target that no place of the report carries, or null. */
export function missingReference(model: ReportModel): Anchor | null {
  const places = anchorsOf(model);
  return linkTargets(model).find((target) => !places.has(target)) ?? null;
}

/** Every anchor that the printed report carries. */
export function anchorsOf(model: ReportModel): ReadonlySet<Anchor> {
  const criteria = model.criteria.series.flatMap((series) => series.criteria);
  const controls = criteria.flatMap((criterion) => criterion.home);
  const deviations = model.criteria.deviations?.rows ?? [];
  const letters = [model.auditorsReport, ...model.assertions];
  const tables = model.description.parts.flatMap((part) =>
    part.blocks.filter((block) => block.kind === 'table'),
  );
  return new Set([
    ...model.order.map((name) => `section-${name}`),
    'section-record',
    ...(model.samples === null ? [] : ['section-samples']),
    ...(model.criteria.deviations === null ? [] : ['deviations']),
    ...letters.flatMap((letter) => letter.blocks.flatMap((block) => block.anchor ?? [])),
    ...model.description.parts.map((part) => part.anchor),
    ...tables.flatMap((table) => table.anchors.flatMap((anchor) => anchor ?? [])),
    ...model.criteria.series.map((series) => series.anchor),
    ...criteria.map((criterion) => criterionAnchor(criterion.id)),
    ...controls.map((control) => controlAnchor(control.id)),
    ...deviations.map((row) => deviationAnchor(row.number)),
    ...(model.other?.responses ?? []).map((row) => responseAnchor(row.number)),
  ]);
}

/** The targets of all links in texts, in reading order. */
export function linkTargets(value: unknown): readonly Anchor[] {
  if (Array.isArray(value)) return value.flatMap((item) => linkTargets(item));
  if (typeof value !== 'object' || value === null) return [];
  if ('target' in value && typeof value.target === 'string') return [value.target];
  return Object.values(value).flatMap((inner) => linkTargets(inner));
}
