import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { PageBody, PageColumns, PageHeader } from '../../ui/page/PageHeader.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { AddendaCard } from './AddendaCard.tsx';
import { fileStanding } from './assembly-words.ts';
import type { FileState } from './assembly-words.ts';
import { CountdownCard } from './CountdownCard.tsx';
import { LockCard } from './LockCard.tsx';
import { RetentionCard } from './RetentionCard.tsx';

/** From the release of the report to the locked file: the days left, what stands before the lock, additions after it. */
export function AssemblyPage() {
  const file = useQuery('file.get', {});
  usePageChrome({ breadcrumb: [{ label: 'Assembly and lock' }] });
  return (
    <PageBody>
      <PageHeader
        title="Assembly and lock"
        subtitle="The file is assembled within 60 days of the release of the report, then locked."
        aside={file.data === undefined ? null : <StatusChip {...fileStanding(file.data)} />}
      />
      <Answered query={file} what="the state of the file" rows={8}>
        {(data) => <AssemblyBody file={data} />}
      </Answered>
    </PageBody>
  );
}

function AssemblyBody({ file }: { readonly file: FileState }) {
  return (
    <PageColumns aside={<RetentionCard file={file} />}>
      <CountdownCard file={file} />
      {file.status === 'locked' ? <AddendaCard addenda={file.addenda} /> : <LockCard file={file} />}
    </PageColumns>
  );
}
