import { IconDownload, IconPackageExport, IconTable } from '@tabler/icons-react';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { PdfTools } from '../../ui/document/PdfTools.tsx';
import type { DrawerContent } from '../../ui/frame/Drawer.tsx';
import { HashWords } from '../../ui/text/HashWords.tsx';
import { STATUS_WORDS } from './messages.ts';
import { isSigned } from './report-parts.ts';
import type { ReportParts } from './report-parts.ts';
import { DraftPreview, SignedPreview } from './ReportPreview.tsx';
import type { PreviewView } from './ReportPreview.tsx';
import styles from './ReportPage.module.css';

interface DrawerProps extends ReportParts {
  readonly view: PreviewView;
  readonly onView: (change: Partial<PreviewView>) => void;
  readonly onClose: () => void;
}

/** The preview beside the gates: a draft of the present state, or the signed version with its facts. */
export function reportDrawer(props: DrawerProps): DrawerContent {
  const { version, steps, view, onView, onClose } = props;
  const signed = isSigned(version);
  return {
    title: 'Preview',
    subtitle: signed ? STATUS_WORDS[version.status].label : 'Draft of the present state',
    width: 'preview',
    onClose,
    tools: (
      <PdfTools
        {...view}
        onPage={(page) => {
          onView({ page });
        }}
        onZoom={(zoom) => {
          onView({ zoom });
        }}
      />
    ),
    footer: <DrawerFoot {...props} />,
    children: signed ? (
      <SignedPreview version={version} certificate={steps.certificate} view={view} onView={onView} />
    ) : (
      <DraftPreview view={view} onView={onView} />
    ),
  };
}

function DrawerFoot({ version, report, exporting }: ReportParts) {
  const isBusy = exporting.running !== undefined;
  return (
    <div className={styles['footRow']}>
      <span>
        <ContentNumber version={version} report={report} />
      </span>
      <span className={styles['buttons']}>
        {version === undefined ? null : (
          <ActionButton
            label={isSigned(version) ? 'Signed PDF' : 'Draft PDF'}
            icon={IconDownload}
            isBusy={isBusy}
            onPress={() => {
              exporting.saveReport(isSigned(version) ? 'signed' : 'draft', version);
            }}
          />
        )}
        <ActionButton
          label="Workbook"
          icon={IconTable}
          isBusy={isBusy}
          onPress={() => {
            exporting.saveWorkbook(version);
          }}
        />
        <ActionButton
          label="Re-performance kit"
          icon={IconPackageExport}
          isBusy={isBusy}
          onPress={() => {
            exporting.saveKit(version);
          }}
        />
      </span>
    </div>
  );
}

/** What the signed version bears as its record number, or what a report built now would bear. */
function ContentNumber({ version, report }: Pick<ReportParts, 'version' | 'report'>) {
  const signed = isSigned(version) ? version.recordNumber : null;
  if (signed !== null)
    return (
      <>
        Record <HashWords hex={signed} label="Record number of the signed version" />
      </>
    );
  if (report.contentNumber === null) return <>Content not complete</>;
  return (
    <>
      Content <HashWords hex={report.contentNumber} label="Record number of the present content" />
    </>
  );
}
