import { Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from '../button/IconButton.tsx';
import { MonthPicker } from './MonthPicker.tsx';
import { parseTypedDate, shownDate, weekdayOf } from './typed-date.ts';

interface DateFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or `undefined` while there is none. */
  readonly value: string | undefined;
  readonly onChange: (date: string | undefined) => void;
  /** Follows the weekday: "183 days". */
  readonly note?: string;
  /** What a rule says about the date; the field turns red. */
  readonly error?: string;
  readonly isRequired?: boolean;
}

/** A calendar date, typed as `2025-07-01` or `1 Jul 2025` or picked; the weekday stands below. */
export function DateField({ label, value, onChange, note, error, isRequired = false }: DateFieldProps) {
  const [isOpen, setOpen] = useState(false);
  const { draft, isUnread, type, take, drop } = useTypedDate(onChange);
  const toggle = (): void => {
    setOpen(!isOpen);
  };
  const pick = (date: string): void => {
    drop();
    setOpen(false);
    onChange(date);
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      shadow="none"
      withRoles={false}
      trapFocus
      returnFocus
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Popover.Target>
        <TextInput
          label={label}
          required={isRequired}
          withAsterisk={false}
          value={draft ?? (value === undefined ? '' : shownDate(value))}
          placeholder="1 Jul 2025"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={isUnread ? undefined : weekdayNote(value, note)}
          error={isUnread ? 'Write the date as 2025-07-01 or 1 Jul 2025' : error}
          onChange={(event) => {
            type(event.currentTarget.value);
          }}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
            if (event.key === 'ArrowDown' && event.altKey) setOpen(true);
          }}
          rightSection={<CalendarButton label={label} onPress={toggle} />}
        />
      </Popover.Target>
      <Calendar label={label} value={value} onPick={pick} />
    </Popover>
  );
}

interface CalendarProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onPick: (date: string) => void;
}

function Calendar({ label, value, onPick }: CalendarProps) {
  return (
    <Popover.Dropdown p={8} role="dialog" aria-label={`${label}: calendar`}>
      <MonthPicker value={value} onPick={onPick} />
    </Popover.Dropdown>
  );
}

/** The text while it is typed. What reads as a date is taken at once; an unfinished text is judged when the field is left. */
function useTypedDate(onChange: DateFieldProps['onChange']) {
  const [draft, setDraft] = useState<string>();
  const [isLeft, setLeft] = useState(false);
  const typed = parseTypedDate(draft ?? '');
  return {
    draft,
    isUnread: isLeft && draft !== undefined && typed.kind === 'unread',
    type: (text: string): void => {
      const read = parseTypedDate(text);
      setDraft(text);
      setLeft(false);
      if (read.kind === 'date') onChange(read.date);
    },
    take: (): void => {
      setLeft(true);
      if (draft === undefined || typed.kind === 'unread') return;
      onChange(typed.kind === 'date' ? typed.date : undefined);
      setDraft(undefined);
    },
    drop: (): void => {
      setDraft(undefined);
    },
  };
}

function CalendarButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return <IconButton label={`${label}: calendar`} icon={IconCalendar} onPress={onPress} />;
}

function weekdayNote(value: string | undefined, note: string | undefined): string {
  const weekday = value === undefined ? undefined : weekdayOf(value);
  return [weekday, note].filter((text) => text !== undefined).join(', ');
}
