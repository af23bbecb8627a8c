import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';

/** The engagement as a whole. */
export function HomePage() {
  const { data } = useQuery('engagement.get', {});
  usePageChrome({ breadcrumb: [] });
  return (
    <PageBody>
      <PageHeader title={data?.clientName ?? ''} subtitle={data?.categories.join(', ')} />
    </PageBody>
  );
}
