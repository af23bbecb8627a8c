import type { Output } from '../../app/client.ts';

/** Other controls of the engagement, to be named as compensating. */
export function controlOptions(
  controls: Output<'control.list'>,
  ownId: string,
): readonly { readonly value: string; readonly label: string }[] {
  return controls
    .filter(({ id, status }) => id !== ownId && status === 'agreed')
    .map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }));
}
