import { DateField } from '../../../ui/form/DateField.tsx';
import { FieldRow } from '../../../ui/form/FormField.tsx';
import type { Dates } from './spoken-for.ts';

interface DateFieldsProps {
  readonly dates: Dates;
  readonly change: (part: Partial<Dates>) => void;
}

/** The fields for the day received and for the days that a file speaks for. */
export function DateFields({ dates, change }: DateFieldsProps) {
  return (
    <>
      <DateField
        label="Received on"
        value={dates.receivedOn}
        onChange={(receivedOn) => {
          change({ receivedOn });
        }}
      />
      <FieldRow>
        <DateField
          label="Speaks for"
          value={dates.from}
          note="a day, or the first"
          onChange={(from) => {
            change({ from });
          }}
        />
        <DateField
          label="to"
          value={dates.to}
          note="the last day"
          onChange={(to) => {
            change({ to });
          }}
        />
      </FieldRow>
    </>
  );
}
