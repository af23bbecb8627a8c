import { useCallback, useRef, useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { OpinionStrip } from './OpinionStrip.tsx';
import { ReportActions } from './ReportActions.tsx';
import { ReportBanners } from './ReportBanners.tsx';
import { ReportDates } from './ReportDates.tsx';
import { ReportGates } from './ReportGates.tsx';
import type { PreviewView } from './ReportPreview.tsx';
import { gateCounts, reportWords, versionFolio } from './report-words.ts';
import { reportCommands } from './report-commands.ts';
import { reportDrawer } from './report-drawer.tsx';
import { useReportExport } from './use-report-export.ts';
import { useReportSteps } from './use-report-steps.ts';
import { VersionsCard } from './VersionsCard.tsx';

/** The report: what blocks it, how it reads, and its steps from draft to issue. */
export function ReportPage() {
  const engagement = useQuery('engagement.get', {});
  const report = useQuery('report.get', {});
  return (
    <PageBody>
      <Answered query={engagement} what="the engagement" rows={1} rowHeight={50}>
        {(data) => (
          <Answered query={report} what="the report" rows={14}>
            {(answer) => <ReportBody engagement={data} report={answer} />}
          </Answered>
        )}
      </Answered>
    </PageBody>
  );
}

interface ReportBodyProps {
  readonly engagement: Output<'engagement.get'>;
  readonly report: Output<'report.get'>;
}

function ReportBody({ engagement, report }: ReportBodyProps) {
  const version = report.versions[0];
  const steps = useReportSteps(version);
  const exporting = useReportExport();
  const [isOpen, setOpen] = useState(false);
  const [view, setView] = useState<PreviewView>({ page: 1, count: 0, zoom: 0.5 });
  const gates = useRef<HTMLElement>(null);
  const changeView = useCallback((change: Partial<PreviewView>) => {
    setView((current) => ({ ...current, ...change }));
  }, []);
  const blocking = gateCounts(report.gates).blocks;
  const shared = { report, version, steps, exporting };
  const open = (): void => {
    setOpen(!isOpen);
  };
  usePageChrome({
    breadcrumb: [{ label: 'Report' }],
    folio: versionFolio(version),
    drawer: isOpen ? reportDrawer({ ...shared, view, onView: changeView, onClose: open }) : undefined,
    commands: reportCommands({ ...shared, isPreviewOpen: isOpen, onPreview: open }),
  });
  return (
    <>
      <PageHeader
        title="Report"
        subtitle={reportWords(engagement, version, blocking)}
        aside={
          <ReportActions
            {...shared}
            isPreviewOpen={isOpen}
            onPreview={open}
            onBlocked={() => gates.current?.focus()}
          />
        }
      />
      <ReportBanners {...shared} />
      <OpinionStrip />
      <ReportGates ref={gates} gates={report.gates} entries={report.entries} onSetDate={focusDate} />
      {version === undefined ? null : <ReportDates version={version} />}
      {report.versions.length === 0 ? null : (
        <VersionsCard versions={report.versions} steps={steps} exporting={exporting} />
      )}
    </>
  );
}

function focusDate(): void {
  document.querySelector<HTMLElement>('#report-date input')?.focus();
}
