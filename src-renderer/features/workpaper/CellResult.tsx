import { CommandBanner } from '../../app/CommandBanner.tsx';
import { KeptWords } from '../../app/KeptWords.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useKeptTexts } from '../../app/use-kept-texts.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { FactList } from '../../ui/form/ReadOnlyField.tsx';
import { SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import type { EnteredMark } from '../../ui/grid/grid-model.ts';
import { cellAt, cellsOf } from './grid-view.ts';
import type { CellPlace, TestCell, TestGrid } from './grid-view.ts';
import styles from './WorkpaperPage.module.css';

const MARKS = [
  { value: 'pass', label: 'Pass' },
  { value: 'deviation', label: 'Deviation' },
  { value: 'not-applicable', label: 'N/A' },
  { value: 'empty', label: 'Empty' },
] as const satisfies readonly { readonly value: EnteredMark; readonly label: string }[];

interface CellResultProps {
  readonly grid: TestGrid;
  readonly place: CellPlace;
  readonly testedOn: string;
}

/** What is entered about a cell. */
type Draft = Readonly<Record<'mark' | 'note' | 'observation' | 'withdrawReason', string>>;

type FoundCell = NonNullable<ReturnType<typeof cellAt>>;

/** The result of a cell with what was found and what was seen, where no file shows it. */
export function CellResult({ grid, place, testedOn }: CellResultProps) {
  const found = cellAt(grid, place);
  return found === undefined ? null : (
    <ResultForm grid={grid} place={place} testedOn={testedOn} found={found} />
  );
}

function ResultForm({ grid, place, testedOn, found }: CellResultProps & { readonly found: FoundCell }) {
  const kept = useKeptTexts(`cell ${grid.testId} ${place.itemId} ${place.attributeId}`, draftOf(found.cell));
  const draft = kept.texts;
  const record = useGatedCommand('testing.record', { takesReasons: true });
  const isConcluded = grid.status === 'concluded' || grid.status === 'reviewed';
  return (
    <form
      className={styles['stack']}
      aria-label="Result"
      onSubmit={(event) => {
        event.preventDefault();
        const { mark, ...words } = draft;
        const cells = cellsOf(grid, [{ ...place, from: 'empty', to: markOf(mark) }], words);
        record.run({ testId: grid.testId, testedOn, cells }, kept.recorded);
      }}
    >
      <FactList facts={factsOf(found.text, found.cell)} />
      <ResultFields
        draft={draft}
        isReadOnly={isConcluded}
        isTakenBack={found.cell.deviationCode !== null && draft.mark !== 'deviation'}
        change={kept.change}
      />
      <KeptWords kept={kept} />
      <CommandBanner
        command={record}
        title="The result is not recorded"
        failed="The result was not recorded"
      />
      {isConcluded ? null : (
        <div className={styles['foot']}>
          <ActionButton
            label="Record result"
            type="submit"
            isBusy={record.isBusy}
            onPress={() => undefined}
          />
        </div>
      )}
    </form>
  );
}

interface ResultFieldsProps {
  readonly draft: Draft;
  readonly isReadOnly: boolean;
  readonly isTakenBack: boolean;
  readonly change: (part: Partial<Draft>) => void;
}

function ResultFields({ draft, isReadOnly, isTakenBack, change }: ResultFieldsProps) {
  return (
    <>
      <SegmentedChoice
        label="Result"
        choices={MARKS}
        value={draft.mark}
        isReadOnly={isReadOnly}
        onChange={(value) => {
          change({ mark: markOf(value) });
        }}
      />
      {isTakenBack ? (
        <TextAreaField
          label="Why the deviation does not stand"
          value={draft.withdrawReason}
          onChange={(withdrawReason) => {
            change({ withdrawReason });
          }}
          minRows={2}
        />
      ) : null}
      <TextAreaField
        label="Note"
        value={draft.note}
        onChange={(note) => {
          change({ note });
        }}
        minRows={2}
        hint="What deviates, or why it does not apply"
      />
      <TextAreaField
        label="Observation"
        value={draft.observation}
        onChange={(observation) => {
          change({ observation });
        }}
        minRows={2}
        hint="What was seen, where no file shows it"
      />
    </>
  );
}

function markOf(value: string): EnteredMark {
  return MARKS.find((known) => known.value === value)?.value ?? 'empty';
}

function draftOf(cell: TestCell): Draft {
  const { note, observation } = cell;
  return { mark: enteredMark(cell), note, observation, withdrawReason: '' };
}

function enteredMark(cell: TestCell): EnteredMark {
  switch (cell.result) {
    case 'pass':
      return 'pass';
    case 'deviation':
      return 'deviation';
    case 'notApplicable':
      return 'not-applicable';
    case null:
      return 'empty';
  }
}

function factsOf(attribute: string, { testedOn, testedBy }: TestCell) {
  const tested = testedOn === null ? 'not yet' : `${shownDate(testedOn)}, ${testedBy ?? ''}`;
  return [
    { label: 'Attribute', value: attribute },
    { label: 'Tested', value: tested },
  ];
}
