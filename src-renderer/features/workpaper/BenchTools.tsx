import { IconChecks, IconFilter, IconKeyboard, IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { AttributeKey } from '../../ui/grid/GridLegend.tsx';
import { useKeyHelp } from '../../ui/keys/KeyProvider.tsx';
import { attributesOf } from './grid-view.ts';
import type { TestGrid } from './grid-view.ts';
import type { BenchDrawer } from './use-bench-drawer.ts';
import styles from './WorkpaperPage.module.css';

interface ToolsProps {
  readonly grid: TestGrid;
  readonly drawer: BenchDrawer;
  readonly testedOn: string;
  readonly isReadOnly: boolean;
  readonly onTestedOn: (date: string) => void;
}

/** Above the grid: what each letter stands for, the day of the test, and the way to the conclusion. */
export function BenchTools({ grid, drawer, testedOn, isReadOnly, onTestedOn }: ToolsProps) {
  const showKeys = useKeyHelp();
  return (
    <div className={styles['tools']}>
      <AttributeKey attributes={attributesOf(grid)} current={drawer.focus?.attributeId} />
      <div className={styles['buttons']}>
        {isReadOnly ? null : <TestDay testedOn={testedOn} onTestedOn={onTestedOn} />}
        <ActionButton
          label={`All ${String(grid.total)}`}
          icon={IconFilter}
          onPress={() => {
            drawer.filter(undefined);
          }}
        />
        {isReadOnly ? null : (
          <ActionButton label="Attributes" icon={IconListDetails} onPress={drawer.editAttributes} />
        )}
        <ActionButton label="Keys" icon={IconKeyboard} onPress={showKeys} />
        {isReadOnly ? null : (
          <ActionButton label="Conclude test" icon={IconChecks} onPress={drawer.conclude} />
        )}
      </div>
    </div>
  );
}

interface TestDayProps {
  readonly testedOn: string;
  readonly onTestedOn: (date: string) => void;
}

/** The day of the test, which every result carries (gate T7): today unless another is given. */
function TestDay({ testedOn, onTestedOn }: TestDayProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) {
    return (
      <DateField
        label="Tested on"
        value={testedOn}
        onChange={(date) => {
          if (date !== undefined) onTestedOn(date);
        }}
      />
    );
  }
  return (
    <span className={styles['day']}>
      Tested on {shownDate(testedOn)}
      <TextLink
        label="Change"
        spokenLabel="Change the day of the test"
        onPress={() => {
          setOpen(true);
        }}
      />
    </span>
  );
}
