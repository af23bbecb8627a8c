import type { PaperControl } from './paper-tabs.ts';

/** The papers of a control that can be chosen between: on design, and on operation where it is tested. */
export function papersOf(
  control: PaperControl,
): readonly { readonly value: string; readonly label: string }[] {
  const { design, operating } = control;
  return [
    ...(design === null ? [] : [{ value: design.workpaperId, label: 'Design' }]),
    ...(operating === null ? [] : [{ value: operating.workpaperId, label: 'Operation' }]),
  ];
}
