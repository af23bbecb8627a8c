import { IconPlus, IconX } from '@tabler/icons-react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { KeptWords } from '../../app/KeptWords.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useKeptTexts } from '../../app/use-kept-texts.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { IconButton } from '../../ui/button/IconButton.tsx';
import { DrawerSection } from '../../ui/frame/Drawer.tsx';
import { TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import { rowsOf, rowsOfText, textOfRows, withNewRow, withRow } from './attribute-rows.ts';
import type { AttributeRow } from './attribute-rows.ts';
import type { TestGrid } from './grid-view.ts';
import styles from './AttributesPanel.module.css';

interface AttributesPanelProps {
  readonly grid: TestGrid;
  readonly onDone: () => void;
}

/** What is tested on each item, and the sign that stands for it in the grid. Attributes with results stay. */
export function AttributesPanel({ grid, onDone }: AttributesPanelProps) {
  const command = useGatedCommand('testing.setAttributes', { takesReasons: true });
  const kept = useKeptTexts(`attributes ${grid.testId}`, { rows: textOfRows(rowsOf(grid)) });
  const rows = rowsOfText(kept.texts.rows);
  return (
    <DrawerSection title="What is tested on each item">
      <form
        className={styles['form']}
        aria-label="Attributes"
        onSubmit={(event) => {
          event.preventDefault();
          const { testId, revision } = grid;
          command.run({ testId, revision, attributes: [...rows] }, () => {
            kept.recorded();
            onDone();
          });
        }}
      >
        <AttributeRows
          rows={rows}
          onChange={(next) => {
            command.clear();
            kept.change({ rows: textOfRows(next) });
          }}
        />
        <KeptWords kept={kept} />
        <CommandBanner
          command={command}
          title="The attributes are not recorded"
          failed="The attributes were not recorded"
        />
        <div className={styles['foot']}>
          <ActionButton
            label="Record attributes"
            kind="filled"
            type="submit"
            isBusy={command.isBusy}
            onPress={() => undefined}
          />
        </div>
      </form>
    </DrawerSection>
  );
}

interface AttributeRowsProps {
  readonly rows: readonly AttributeRow[];
  readonly onChange: (rows: readonly AttributeRow[]) => void;
}

function AttributeRows({ rows, onChange }: AttributeRowsProps) {
  const grown = withNewRow(rows);
  return (
    <>
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <AttributeFields
            key={row.key}
            row={row}
            onChange={(part) => {
              onChange(withRow(rows, row.key, part));
            }}
            onRemove={() => {
              onChange(rows.filter(({ key }) => key !== row.key));
            }}
          />
        ))}
      </ul>
      <ActionButton
        label="Add attribute"
        icon={IconPlus}
        isBlocked={grown === rows}
        onPress={() => {
          onChange(grown);
        }}
      />
      <p className={styles['quiet']}>
        A tick-mark of the firm’s own, up to three characters such as † or TB, stands in the grid and in the
        workbook in place of the usual tick. The legend above the grid says what it means.
      </p>
    </>
  );
}

interface AttributeFieldsProps {
  readonly row: AttributeRow;
  readonly onChange: (part: Partial<AttributeRow>) => void;
  readonly onRemove: () => void;
}

function AttributeFields({ row, onChange, onRemove }: AttributeFieldsProps) {
  return (
    <li className={styles['row']}>
      <TextAreaField
        label={`Attribute ${row.key}`}
        value={row.text}
        minRows={2}
        onChange={(text) => {
          onChange({ text });
        }}
      />
      <div className={styles['sign']}>
        <TextField
          label={`Tick-mark ${row.key}`}
          value={row.tickmark}
          onChange={(tickmark) => {
            onChange({ tickmark });
          }}
        />
        <IconButton label={`Take attribute ${row.key} away`} icon={IconX} onPress={onRemove} />
      </div>
    </li>
  );
}
