import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { deviationDrawer, DeviationTable } from './DeviationTable.tsx';
import { usePaperChrome } from './paper-chrome.tsx';
import type { PaperControl } from './paper-tabs.ts';

/** The deviations of a control's tests; those taken back stay with their reason. */
export function DeviationsTab({ control }: { readonly control: PaperControl }) {
  const deviations = useQuery('testing.deviations', {});
  const [selectedId, setSelectedId] = useState<string>();
  const own = (deviations.data ?? []).filter(({ controlId }) => controlId === control.id);
  usePaperChrome(control, 'deviations', { drawer: deviationDrawer(own, selectedId, setSelectedId) });
  return (
    <Answered query={deviations} what="the deviations" rowHeight={42}>
      {() => (
        <DeviationTable
          rows={own}
          selectedId={selectedId}
          onSelect={setSelectedId}
          empty={
            <EmptyState sentence="A deviation stands here as soon as D is entered in the operating test." />
          }
        />
      )}
    </Answered>
  );
}
