import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { useRouteParam } from '../../app/use-route-param.ts';
import { Card } from '../../ui/page/Card.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { EntryForm } from './EntryForm.tsx';
import { EntryVersions } from './EntryVersions.tsx';
import { EMPTY_TEXT } from './library-words.ts';
import type { Entry } from './library-words.ts';
import { LibraryFrame } from './LibraryFrame.tsx';

/** One entry: what it says, the way to change it, and all its versions; or a new one. */
export function EntryPage() {
  const id = useRouteParam('entryId') ?? 'new';
  return (
    <LibraryFrame up="/library">
      {id === 'new' ? (
        <>
          <PageHeader title="New entry" subtitle="An entry of the firm’s own, offered to every engagement." />
          <Card>
            <EntryForm entry={null} text={EMPTY_TEXT} />
          </Card>
        </>
      ) : (
        <KnownEntry id={id} />
      )}
    </LibraryFrame>
  );
}

function KnownEntry({ id }: { readonly id: string }) {
  const query = useQuery('library.get', { id });
  return (
    <Answered query={query} what="the entry" rows={10}>
      {(entry) => (
        <>
          <PageHeader title={`${entry.text.code} ${entry.text.title}`} subtitle={subtitleOf(entry)} />
          <Card>
            <EntryForm key={entry.version} entry={entry} text={entry.text} />
          </Card>
          {entry.versions.length === 0 ? null : <EntryVersions versions={entry.versions} />}
        </>
      )}
    </Answered>
  );
}

function subtitleOf({ origin, version, isRetired, takenFrom }: Entry): string {
  if (origin === 'shipped')
    return 'Ships with the program. What is changed here becomes the firm’s entry and is offered in its place.';
  const from = takenFrom === null ? '' : `, taken over from ${takenFrom}`;
  return `Version ${String(version)} of the firm’s entry${from}${isRetired ? ', retired: not offered any more' : ''}`;
}
