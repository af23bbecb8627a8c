import { useState } from 'react';
import { CallError, offerFile, useCommand } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGo } from '../../app/use-go.ts';
import { FileDrop } from '../../ui/form/FileDrop.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { ImportList } from './ImportList.tsx';

type Chosen = Output<'files.choose'>[number];

/** Controls from the client's own list: choose it, map its columns, see what would be added, add it. */
export function ImportPage() {
  const { go } = useGo();
  const choose = useCommand('files.choose');
  const [file, setFile] = useState<Chosen>();
  const [refused, setRefused] = useState<string>();
  usePageChrome({
    breadcrumb: [
      {
        label: 'Controls and criteria',
        href: '#/controls',
        onGo: () => {
          go('/controls');
        },
      },
      { label: 'Import list' },
    ],
  });
  const take = (chosen: Chosen | undefined): void => {
    setRefused(undefined);
    if (chosen !== undefined) setFile(chosen);
  };
  return (
    <PageBody>
      <PageHeader
        title="Import the client’s controls"
        subtitle="The preview shows exactly what would be added. Nothing is written before you add it."
      />
      <FileDrop
        sentence={file === undefined ? 'Drop the list of controls here' : `Chosen: ${file.name}`}
        actionLabel={file === undefined ? 'Choose list' : 'Choose another list'}
        hint={refused ?? 'CSV or XLSX, one control a row, a header above'}
        onChoose={() => {
          choose.mutate(
            { kind: 'controls' },
            {
              onSuccess: ([chosen]) => {
                take(chosen);
              },
            },
          );
        }}
        onDrop={([dropped]) => {
          if (dropped === undefined) return;
          offerFile(dropped).then(take, (error: unknown) => {
            setRefused(error instanceof CallError ? error.message : 'This file does not come from the disk.');
          });
        }}
      />
      {file === undefined ? null : <ImportList key={file.token} token={file.token} />}
    </PageBody>
  );
}
