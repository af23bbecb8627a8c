import { IconDownload, IconLayoutSidebarRight, IconSignature } from '@tabler/icons-react';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { isSigned, isStepBlocked } from './report-parts.ts';
import type { ReportParts } from './report-parts.ts';
import styles from './ReportPage.module.css';

interface ReportActionsProps extends ReportParts {
  readonly isPreviewOpen: boolean;
  readonly onPreview: () => void;
  /** The next step was pressed while gates block it. */
  readonly onBlocked: () => void;
}

/** The next step of the report, and what else its state allows. */
export function ReportActions(props: ReportActionsProps) {
  const { version, steps, exporting, isPreviewOpen, onPreview, onBlocked } = props;
  const isBlocked = isStepBlocked(props);
  const { next } = steps;
  return (
    <div className={styles['buttons']}>
      <ActionButton
        label={isPreviewOpen ? 'Close preview' : 'Open preview'}
        icon={IconLayoutSidebarRight}
        onPress={onPreview}
      />
      {version?.status === 'signed' ? (
        <ActionButton
          label="Sign again"
          onPress={() => {
            steps.ask('sign');
          }}
        />
      ) : null}
      {next === undefined && isSigned(version) ? (
        <ActionButton
          label="Save signed PDF"
          icon={IconDownload}
          kind="filled"
          isBusy={exporting.running !== undefined}
          onPress={() => {
            exporting.saveReport('signed', version);
          }}
        />
      ) : null}
      {next === undefined ? null : (
        <ActionButton
          label={next.label}
          icon={IconSignature}
          kind="filled"
          isBlocked={isBlocked}
          describedBy={isBlocked ? 'report-gates' : undefined}
          isBusy={next.isBusy}
          onPress={isBlocked ? onBlocked : next.press}
        />
      )}
    </div>
  );
}
