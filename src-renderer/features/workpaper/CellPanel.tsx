import { useState } from 'react';
import { useQuery } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { DrawerSection } from '../../ui/frame/Drawer.tsx';
import type { EnteredMark } from '../../ui/grid/grid-model.ts';
import { EvidenceCard } from './EvidenceCard.tsx';
import { cellsOf } from './grid-view.ts';
import styles from './WorkpaperPage.module.css';

interface CellPanelProps {
  readonly testId: string;
  readonly itemId: string;
  readonly attributeId: string;
}

/** A cell of the grid beside the test: its evidence, what was seen, and its result. */
export function CellPanel({ testId, itemId, attributeId }: CellPanelProps) {
  const grid = useQuery('testing.grid', { testId });
  const cell = grid.data?.items
    .find((row) => row.id === itemId)
    ?.cells.find((row) => row.attributeId === attributeId);
  const [note, setNote] = useState(cell?.note ?? '');
  const [observation, setObservation] = useState(cell?.observation ?? '');
  const [testedOn, setTestedOn] = useState(cell?.testedOn ?? undefined);
  const record = useGatedCommand('testing.record', { takesReasons: true });
  const enter = (to: EnteredMark): void => {
    if (grid.data === undefined || testedOn === undefined) return;
    const [base] = cellsOf(grid.data, [{ itemId, attributeId, from: 'empty', to }]);
    if (base !== undefined) record.run({ testId, testedOn, cells: [{ ...base, note, observation }] });
  };
  return (
    <>
      <DrawerSection title="Evidence">
        <EvidenceCard target={{ kind: 'sampleItem', id: itemId }} title="Files of this item" />
      </DrawerSection>
      <DrawerSection title="Result">
        <div className={styles['stack']}>
          <CommandBanner
            command={record}
            title="The result is not recorded"
            failed="The result was not recorded"
          />
          <DateField label="Tested on" value={testedOn} onChange={setTestedOn} />
          <TextAreaField
            label="Note"
            value={note}
            onChange={setNote}
            hint="For a deviation: what was found"
          />
          <TextAreaField
            label="Observation"
            value={observation}
            onChange={setObservation}
            hint="What was seen, where no file shows it"
          />
          <ResultButtons onEnter={enter} />
        </div>
      </DrawerSection>
    </>
  );
}

const choices: readonly { readonly mark: EnteredMark; readonly label: string }[] = [
  { mark: 'pass', label: 'No deviation' },
  { mark: 'deviation', label: 'Deviation' },
  { mark: 'not-applicable', label: 'Not applicable' },
];

function ResultButtons({ onEnter }: { readonly onEnter: (mark: EnteredMark) => void }) {
  return (
    <div className={styles['foot']}>
      {choices.map(({ mark, label }) => (
        <ActionButton
          key={mark}
          label={label}
          onPress={() => {
            onEnter(mark);
          }}
        />
      ))}
    </div>
  );
}
