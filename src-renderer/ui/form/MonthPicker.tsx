import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../button/IconButton.tsx';
import { classNames } from '../class-names.ts';
import { addMonths, dateAfterKey, monthDays } from './month-days.ts';
import type { SheetDay } from './month-days.ts';
import { useToday } from './today.tsx';
import { shownDate, weekdayOf } from './typed-date.ts';
import styles from './MonthPicker.module.css';

interface MonthPickerProps {
  readonly value: string | undefined;
  readonly onPick: (date: string) => void;
}

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** One month as a sheet of days; arrows move by day and week, the page keys by month. */
export function MonthPicker({ value, onPick }: MonthPickerProps) {
  const today = useToday();
  const [focus, setFocus] = useState(() => value ?? today());
  const sheet = useRef<HTMLTableElement>(null);
  useEffect(() => {
    sheet.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [focus]);
  return (
    <div className={styles['picker']}>
      <MonthHead focus={focus} onMove={setFocus} />
      <table ref={sheet} role="grid" aria-label="Days">
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          onKeyDown={(event) => {
            const next = dateAfterKey(event.key, focus);
            if (next === undefined) return;
            event.preventDefault();
            setFocus(next);
          }}
        >
          {monthDays(focus).map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => (
                <td key={day.date} aria-selected={day.date === value}>
                  <DayButton
                    day={day}
                    isFocus={day.date === focus}
                    isPicked={day.date === value}
                    onPick={onPick}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MonthHead({ focus, onMove }: { readonly focus: string; readonly onMove: (date: string) => void }) {
  return (
    <div className={styles['head']}>
      <IconButton
        label="Previous month"
        icon={IconChevronLeft}
        onPress={() => {
          onMove(addMonths(focus, -1));
        }}
      />
      <span aria-live="polite">{shownDate(focus).replace(/^\d+ /, '')}</span>
      <IconButton
        label="Next month"
        icon={IconChevronRight}
        onPress={() => {
          onMove(addMonths(focus, 1));
        }}
      />
    </div>
  );
}

interface DayButtonProps {
  readonly day: SheetDay;
  readonly isFocus: boolean;
  readonly isPicked: boolean;
  readonly onPick: (date: string) => void;
}

function DayButton({ day, isFocus, isPicked, onPick }: DayButtonProps) {
  return (
    <button
      type="button"
      tabIndex={isFocus ? 0 : -1}
      aria-label={`${weekdayOf(day.date)}, ${shownDate(day.date)}`}
      className={classNames(!day.isInMonth && styles['outside'], isPicked && styles['picked'])}
      onClick={() => {
        onPick(day.date);
      }}
    >
      {day.day}
    </button>
  );
}
