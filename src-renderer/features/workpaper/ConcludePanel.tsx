import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { gateMessage } from '../../app/gate-messages.ts';
import { KeptWords } from '../../app/KeptWords.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useKeptTexts } from '../../app/use-kept-texts.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DrawerSection } from '../../ui/frame/Drawer.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { RadioCards } from '../../ui/form/SegmentedChoice.tsx';
import { GateBanner } from '../../ui/gate/GateBanner.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { aimedWay, CONCLUSION_WORDS, isOpenWay } from './conclusion-words.ts';
import type { Conclusion, Outlook, Way } from './conclusion-words.ts';
import type { TestGrid } from './grid-view.ts';
import { JudgmentForm, ReportTestForm, RollForwardForm, SettingHistoryForm } from './TestTexts.tsx';
import styles from './WorkpaperPage.module.css';

interface ConcludePanelProps {
  readonly grid: TestGrid;
  readonly onDone: () => void;
}

/** The conclusion beside the test: what it may be, what stands against the others, and why it is chosen. */
export function ConcludePanel({ grid, onDone }: ConcludePanelProps) {
  const outlook = useQuery('testing.outlook', { testId: grid.testId });
  return (
    <Answered query={outlook} what="what may be concluded" rows={6}>
      {(ways) => (
        <>
          <DrawerSection title="The conclusion may be">
            <ConcludeForm grid={grid} outlook={ways} onDone={onDone} />
          </DrawerSection>
          {needsText(ways, 'T4J', grid.managerJudgment) ? <JudgmentForm grid={grid} /> : null}
          {needsText(ways, 'T6', grid.settingHistory) ? <SettingHistoryForm grid={grid} /> : null}
          {needsText(ways, 'T9B', grid.rollForward) ? <RollForwardForm grid={grid} /> : null}
          {needsText(ways, 'T8', grid.reportTest) ? <ReportTestForm grid={grid} /> : null}
        </>
      )}
    </Answered>
  );
}

/** A text is offered where a conclusion waits for it, or where it was written. */
function needsText(outlook: Outlook, code: string, written: string | null): boolean {
  return written !== null || outlook.some(({ findings }) => findings.some((found) => found.code === code));
}

function ConcludeForm({ grid, outlook, onDone }: ConcludePanelProps & { readonly outlook: Outlook }) {
  const first = outlook.find(isOpenWay) ?? aimedWay(outlook, grid.counts.deviation);
  // Until somebody chooses, it follows the rules: what may be concluded can change while the panel stands open.
  const [own, setOwn] = useState<Conclusion>();
  const chosen = own ?? first?.conclusion;
  const kept = useKeptTexts(`conclusion ${grid.testId}`, { text: '' });
  const { text } = kept.texts;
  const command = useGatedCommand('testing.conclude', { takesReasons: true });
  const way = outlook.find(({ conclusion }) => conclusion === chosen);
  const isBlocked = way === undefined || !isOpenWay(way) || text.trim() === '';
  return (
    <div className={styles['stack']}>
      <RadioCards
        label="Conclusion on operation"
        choices={outlook.map((known) => ({
          value: known.conclusion,
          label: CONCLUSION_WORDS[known.conclusion],
          detail: detailOf(known),
        }))}
        value={chosen}
        onChange={(value) => {
          command.clear();
          setOwn(outlook.find(({ conclusion }) => conclusion === value)?.conclusion);
        }}
      />
      {command.gates.length > 0 || way === undefined ? null : (
        <GateBanner gates={way.findings.map((found) => gateMessage(found))} title="Not this conclusion yet" />
      )}
      <CommandBanner command={command} title="Cannot conclude yet" failed="The conclusion was not recorded" />
      <TextAreaField
        label="Why"
        value={text}
        onChange={(typed) => {
          kept.change({ text: typed });
        }}
        hint="What the results show; it stands in the paper and in the report's basis"
      />
      <KeptWords kept={kept} />
      <div className={styles['foot']}>
        <ActionButton
          label="Conclude test"
          kind={isBlocked ? 'default' : 'filled'}
          isBlocked={isBlocked}
          isBusy={command.isBusy}
          onPress={() => {
            if (way === undefined || isBlocked) return;
            const { testId, revision } = grid;
            command.run({ testId, revision, conclusion: way.conclusion, text: text.trim() }, () => {
              kept.recorded();
              onDone();
            });
          }}
        />
      </div>
    </div>
  );
}

function detailOf({ findings }: Way): string {
  const blocks = findings.filter(({ kind }) => kind === 'block').length;
  if (blocks > 0) return `${countOf(blocks, 'rule stands', 'rules stand')} against it`;
  return findings.length === 0 ? 'Nothing stands against it' : 'With a reason';
}
