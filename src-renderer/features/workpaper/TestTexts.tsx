import { useState } from 'react';
import { useQuery } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { KeptWords } from '../../app/KeptWords.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useKeptTexts } from '../../app/use-kept-texts.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DrawerSection } from '../../ui/frame/Drawer.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { MultiSelectField } from '../../ui/form/MultiSelectField.tsx';
import { controlOptions } from './control-options.ts';
import { TargetEvidence } from './evidence/TargetEvidence.tsx';
import type { TestGrid } from './grid-view.ts';
import styles from './WorkpaperPage.module.css';

/** The manager's judgment on deviations of a basis that is not statistical (gate T4). */
export function JudgmentForm({ grid }: { readonly grid: TestGrid }) {
  const controls = useQuery('control.list', {});
  const command = useGatedCommand('testing.writeJudgment', { takesReasons: true });
  const kept = useKeptTexts(`judgment ${grid.testId}`, { text: grid.managerJudgment ?? '' });
  const { text } = kept.texts;
  const [compensating, setCompensating] = useState<readonly string[]>(grid.compensatingControlIds);
  return (
    <DrawerSection title="Judgment of the manager">
      <div className={styles['stack']}>
        {grid.managerJudgmentBy === null ? null : (
          <p className={styles['quiet']}>Written by {grid.managerJudgmentBy}</p>
        )}
        <TextAreaField
          label="What the deviations mean"
          value={text}
          onChange={(typed) => {
            kept.change({ text: typed });
          }}
          hint="Items and deviations only; without a statistical basis no confidence is stated"
        />
        <MultiSelectField
          label="Compensating controls"
          values={compensating}
          options={controlOptions(controls.data ?? [], grid.controlId)}
          onChange={setCompensating}
        />
        <KeptWords kept={kept} />
        <CommandBanner
          command={command}
          title="The judgment is not recorded"
          failed="The judgment was not recorded"
        />
        <div className={styles['foot']}>
          <ActionButton
            label="Record judgment"
            isBlocked={text.trim() === ''}
            isBusy={command.isBusy}
            onPress={() => {
              if (text.trim() === '') return;
              const { testId, revision } = grid;
              command.run(
                { testId, revision, judgment: text, compensatingControlIds: [...compensating] },
                kept.recorded,
              );
            }}
          />
        </div>
      </div>
    </DrawerSection>
  );
}

/** What shows that an automated control's setting was unchanged, or each version tested (gate T6). */
export function SettingHistoryForm({ grid }: { readonly grid: TestGrid }) {
  const command = useGatedCommand('testing.writeSettingHistory', { takesReasons: true });
  const kept = useKeptTexts(`setting ${grid.testId}`, { text: grid.settingHistory ?? '' });
  const { text } = kept.texts;
  return (
    <DrawerSection title="History of the setting">
      <div className={styles['stack']}>
        <TextAreaField
          label="Changes of the setting in the period"
          value={text}
          onChange={(typed) => {
            kept.change({ text: typed });
          }}
          hint="When it changed and to what, or what shows that it did not"
        />
        <TargetEvidence
          target={{ kind: 'test', id: grid.testId }}
          place="the history of the setting"
          count={grid.evidenceCount}
        />
        <KeptWords kept={kept} />
        <CommandBanner
          command={command}
          title="The history is not recorded"
          failed="The history was not recorded"
        />
        <div className={styles['foot']}>
          <ActionButton
            label="Record history"
            isBlocked={text.trim() === ''}
            isBusy={command.isBusy}
            onPress={() => {
              if (text.trim() === '') return;
              command.run(
                { testId: grid.testId, revision: grid.revision, settingHistory: text },
                kept.recorded,
              );
            }}
          />
        </div>
      </div>
    </DrawerSection>
  );
}

/** How the report on which a manual control relies was tested itself (gate T8). */
export function ReportTestForm({ grid }: { readonly grid: TestGrid }) {
  const command = useGatedCommand('testing.writeReportTest', { takesReasons: true });
  const kept = useKeptTexts(`report ${grid.testId}`, { text: grid.reportTest ?? '' });
  const { text } = kept.texts;
  return (
    <DrawerSection title="Report used by the control">
      <div className={styles['stack']}>
        <TextAreaField
          label="How the report was tested"
          value={text}
          onChange={(typed) => {
            kept.change({ text: typed });
          }}
          hint="Source and parameters; complete and accurate, to the system and back"
        />
        <TargetEvidence
          target={{ kind: 'test', id: grid.testId }}
          place="the report used"
          count={grid.evidenceCount}
        />
        <KeptWords kept={kept} />
        <CommandBanner
          command={command}
          title="The test of the report is not recorded"
          failed="The test of the report was not recorded"
        />
        <div className={styles['foot']}>
          <ActionButton
            label="Record test of the report"
            isBlocked={text.trim() === ''}
            isBusy={command.isBusy}
            onPress={() => {
              if (text.trim() === '') return;
              command.run({ testId: grid.testId, revision: grid.revision, reportTest: text }, kept.recorded);
            }}
          />
        </div>
      </div>
    </DrawerSection>
  );
}

/** What was asked and seen of changes of the control between the parts of a sample (gate T9B). */
export function RollForwardForm({ grid }: { readonly grid: TestGrid }) {
  const command = useGatedCommand('testing.writeRollForward', { takesReasons: true });
  const kept = useKeptTexts(`roll-forward ${grid.testId}`, { text: grid.rollForward ?? '' });
  const { text } = kept.texts;
  return (
    <DrawerSection title="Roll-forward">
      <div className={styles['stack']}>
        <TextAreaField
          label="What covers the days after the interim sample"
          value={text}
          onChange={(typed) => {
            kept.change({ text: typed });
          }}
          hint="Who was asked and when, and what was seen of changes of the control"
        />
        <KeptWords kept={kept} />
        <CommandBanner
          command={command}
          title="The roll-forward is not recorded"
          failed="The roll-forward was not recorded"
        />
        <div className={styles['foot']}>
          <ActionButton
            label="Record roll-forward"
            isBlocked={text.trim() === ''}
            isBusy={command.isBusy}
            onPress={() => {
              if (text.trim() === '') return;
              command.run({ testId: grid.testId, revision: grid.revision, rollForward: text }, kept.recorded);
            }}
          />
        </div>
      </div>
    </DrawerSection>
  );
}
