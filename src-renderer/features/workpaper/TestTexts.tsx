import { useState } from 'react';
import { useQuery } from '../../app/client.ts';
import type { Input } from '../../app/client.ts';
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

type TextCommand = 'testing.writeSettingHistory' | 'testing.writeReportTest' | 'testing.writeRollForward';

interface TestTextFormProps<K extends TextCommand> {
  readonly grid: TestGrid;
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  /** What it is called in a sentence: "history", and on its button. */
  readonly noun: string;
  readonly written: string | null;
  readonly command: K;
  readonly inputOf: (text: string) => Input<K>;
  /** What the files are for, where the gate wants evidence as well. */
  readonly evidenceFor?: string;
}

/** A text that a gate wants before the control is relied on, with its evidence where that is wanted too. */
function TestTextForm<K extends TextCommand>(props: TestTextFormProps<K>) {
  const { grid, noun, evidenceFor } = props;
  const command = useGatedCommand(props.command, { takesReasons: true });
  const kept = useKeptTexts(`${props.title} ${grid.testId}`, { text: props.written ?? '' });
  const { text } = kept.texts;
  return (
    <DrawerSection title={props.title}>
      <div className={styles['stack']}>
        <TextAreaField
          label={props.label}
          value={text}
          onChange={(typed) => {
            kept.change({ text: typed });
          }}
          hint={props.hint}
        />
        {evidenceFor === undefined ? null : (
          <TargetEvidence
            target={{ kind: 'test', id: grid.testId }}
            place={evidenceFor}
            count={grid.evidenceCount}
          />
        )}
        <KeptWords kept={kept} />
        <CommandBanner
          command={command}
          title={`The ${noun} is not recorded`}
          failed={`The ${noun} was not recorded`}
        />
        <div className={styles['foot']}>
          <ActionButton
            label={`Record ${noun}`}
            isBlocked={text.trim() === ''}
            isBusy={command.isBusy}
            onPress={() => {
              if (text.trim() !== '') command.run(props.inputOf(text), kept.recorded);
            }}
          />
        </div>
      </div>
    </DrawerSection>
  );
}

const targetOf = ({ testId, revision }: TestGrid) => ({ testId, revision });

/** What shows that an automated control's setting was unchanged, or each version tested (gate T6). */
export function SettingHistoryForm({ grid }: { readonly grid: TestGrid }) {
  return (
    <TestTextForm
      grid={grid}
      title="History of the setting"
      label="Changes of the setting in the period"
      hint="When it changed and to what, or what shows that it did not"
      noun="history"
      written={grid.settingHistory}
      command="testing.writeSettingHistory"
      inputOf={(settingHistory) => ({ ...targetOf(grid), settingHistory })}
      evidenceFor="the history of the setting"
    />
  );
}

/** How the report on which a manual control relies was tested itself (gate T8). */
export function ReportTestForm({ grid }: { readonly grid: TestGrid }) {
  return (
    <TestTextForm
      grid={grid}
      title="Report used by the control"
      label="How the report was tested"
      hint="Source and parameters; complete and accurate, to the system and back"
      noun="test of the report"
      written={grid.reportTest}
      command="testing.writeReportTest"
      inputOf={(reportTest) => ({ ...targetOf(grid), reportTest })}
      evidenceFor="the report used"
    />
  );
}

/** What was asked and seen of changes of the control between the parts of a sample (gate T9B). */
export function RollForwardForm({ grid }: { readonly grid: TestGrid }) {
  return (
    <TestTextForm
      grid={grid}
      title="Roll-forward"
      label="What covers the days after the interim sample"
      hint="Who was asked and when, and what was seen of changes of the control"
      noun="roll-forward"
      written={grid.rollForward}
      command="testing.writeRollForward"
      inputOf={(rollForward) => ({ ...targetOf(grid), rollForward })}
    />
  );
}
