import type { Control } from './messages.ts';

/** What the list is narrowed to. */
export interface Filter {
  readonly show: 'standing' | 'missing' | 'draft' | 'agreed' | 'retired';
  readonly text: string;
  /** The code of a criterion chosen on the map. */
  readonly criterion: string | undefined;
}

/** The list as it opens: every control that is not retired. */
export const NO_FILTER: Filter = { show: 'standing', text: '', criterion: undefined };

/** Whether a control is shown. */
export function fitsFilter(control: Control, filter: Filter): boolean {
  if (filter.criterion !== undefined && !control.criteria.includes(filter.criterion)) return false;
  return fitsState(control, filter.show) && fitsText(control, filter.text);
}

/** Whether a control stands in the state that is shown. */
export function fitsState(control: Control, show: Filter['show']): boolean {
  switch (show) {
    case 'standing':
      return control.status !== 'retired';
    case 'missing':
      return control.status !== 'retired' && control.missing.length > 0;
    case 'draft':
    case 'agreed':
    case 'retired':
      return control.status === show;
  }
}

function fitsText(control: Control, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  const searched = [control.code, control.title, control.text, control.owner, ...control.criteria]
    .join(' ')
    .toLowerCase();
  return words.every((word) => searched.includes(word));
}
