import { DateField } from '../../../ui/form/DateField.tsx';
import { FieldRow } from '../../../ui/form/FormField.tsx';

/** When a file came, and for which day or days it speaks: two different things. */
export interface Dates {
  readonly receivedOn: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The day, or the span of days, for which a file speaks. */
export function spokenFor({ from, to }: Dates) {
  const isSpan = from !== undefined && to !== undefined;
  return {
    asOf: isSpan ? null : (from ?? to ?? null),
    coversFrom: isSpan ? from : null,
    coversTo: isSpan ? to : null,
  };
}

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
