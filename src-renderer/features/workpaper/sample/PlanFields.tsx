import { FieldRow, SelectField, TextAreaField, TextField } from '../../../ui/form/FormField.tsx';
import { ReadOnlyField } from '../../../ui/form/ReadOnlyField.tsx';
import { SegmentedChoice } from '../../../ui/form/SegmentedChoice.tsx';
import { formatCount } from '../../../ui/text/format-number.ts';
import type { Population } from '../population/population-words.ts';
import type { PlanDraft } from './plan-draft.ts';
import { StrataFields } from './StrataFields.tsx';
import { BASES, basisOf, isRandom, methodOf, METHODS } from './sample-words.ts';

interface PlanFieldsProps {
  readonly draft: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
  readonly population: Population;
}

/** The basis of the size, and for a statistical one its risk and rates. */
export function BasisFields({ draft, change, population }: PlanFieldsProps) {
  const rate = (name: 'risk' | 'tolerable' | 'expected') => ({
    value: draft[name],
    unit: '%',
    isNumber: true,
    onChange: (value: string) => {
      change({ [name]: value });
    },
  });
  return (
    <>
      <SegmentedChoice
        label="Basis"
        choices={BASES}
        value={draft.basis}
        onChange={(value) => {
          const basis = basisOf(value);
          change({
            basis,
            method: basis === 'targeted' ? 'judgmental' : 'simpleRandom',
          });
        }}
      />
      <FieldRow columns={4}>
        <ReadOnlyField label="Population" value={formatCount(population.recordCount)} unit="items" />
        {draft.basis === 'statistical' ? (
          <>
            <TextField label="Risk" {...rate('risk')} />
            <TextField label="Tolerable rate" {...rate('tolerable')} />
            <TextField label="Expected rate" {...rate('expected')} />
          </>
        ) : null}
      </FieldRow>
    </>
  );
}

/** The chosen size, the method, and the seed or the keys. */
export function SelectionFields({
  draft,
  change,
  population,
  computed,
}: PlanFieldsProps & { readonly computed: number | undefined }) {
  const random = isRandom(draft.basis, draft.method);
  return (
    <>
      <FieldRow columns={3}>
        <TextField
          label="Chosen size"
          value={draft.size}
          unit="items"
          isNumber
          placeholder={computed === undefined ? '' : String(computed)}
          hint="Empty takes the computed size"
          onChange={(size) => {
            change({ size });
          }}
        />
        <SelectField
          label="Method"
          value={draft.method}
          options={METHODS}
          onChange={(value) => {
            change({ method: methodOf(value) });
          }}
        />
        {random ? (
          <TextField
            label="Seed"
            value={draft.seed}
            hint="Empty has one made; it is shown before the draw"
            onChange={(seed) => {
              change({ seed });
            }}
          />
        ) : null}
      </FieldRow>
      {draft.method === 'stratified' ? (
        <StrataFields draft={draft} change={change} population={population} computed={computed} />
      ) : null}
      {random || draft.basis === 'all' ? null : <ChosenFields draft={draft} change={change} />}
    </>
  );
}

function ChosenFields({ draft, change }: Omit<PlanFieldsProps, 'population'>) {
  return (
    <>
      <TextAreaField
        label="Keys of the items"
        hint="One a line, as they stand in the list"
        value={draft.keys}
        onChange={(keys) => {
          change({ keys });
        }}
      />
      <TextAreaField
        label="Why these items"
        value={draft.selectionReason}
        onChange={(selectionReason) => {
          change({ selectionReason });
        }}
      />
    </>
  );
}
