import { IconCheckupList, IconPencil, IconSignature, IconUpload } from '@tabler/icons-react';
import { PLACES } from '../../src-renderer/app/places.ts';
import type { PaletteCommand } from '../../src-renderer/ui/palette/rank-commands.ts';

const run = (): void => undefined;

/** Commands of every kind, one of them blocked. */
export const SAMPLE_COMMANDS: readonly PaletteCommand[] = [
  { id: 'evidence', kind: 'action', label: 'Add evidence', keys: 'E', icon: IconUpload, run },
  { id: 'note', kind: 'action', label: 'Write a note', keys: 'M', icon: IconPencil, run },
  { id: 'conclude', kind: 'action', label: 'Conclude test', gateCode: 'T1', icon: IconSignature, run },
  ...PLACES.map((place): PaletteCommand => ({ ...place, kind: 'place', run })),
  {
    id: 'la-02',
    kind: 'paper',
    reference: 'LA-02',
    label: 'Access termination',
    detail: 'CC6-03, operating test',
    icon: IconCheckupList,
    run,
  },
  {
    id: 'la-01',
    kind: 'paper',
    reference: 'LA-01',
    label: 'Access provisioning',
    detail: 'CC6-01, operating test',
    icon: IconCheckupList,
    run,
  },
  {
    id: 'file',
    kind: 'evidence',
    label: 'idp-events-E-20724.png',
    detail: '26 Jan 17:18 Account disabled',
    run,
  },
];
