import { isUserList, type ListDefinition } from '../../../shared/domain/access-review/access-list.ts';
import type { ListMapping } from '../../../shared/domain/access-review/list-mapping.ts';
import { SelectField, TextField } from '../../ui/form/FormField.tsx';
import type { Preview } from './access-words.ts';
import styles from './AccessReview.module.css';

interface MappingFieldsProps {
  readonly definition: ListDefinition;
  readonly header: readonly string[];
  readonly mapping: ListMapping;
  /** What stands against the mapping, by field. */
  readonly faults: Preview['faults'];
  readonly onChange: (mapping: ListMapping) => void;
}

const dateOrders = [
  { value: 'unambiguous', label: 'Only dates with one reading' },
  { value: 'dayFirst', label: 'Day first' },
  { value: 'monthFirst', label: 'Month first' },
] as const;
const rowKinds = [
  { value: 'records', label: 'Each row is a record' },
  { value: 'entitlements', label: 'Each row is a role of an account' },
] as const;

/** Which column is which field; what is not in the file is left out, and rules that need it say so. */
export function MappingFields({ definition, header, mapping, faults, onChange }: MappingFieldsProps) {
  const { kind, fields } = definition;
  const options = [
    { value: '', label: 'Not in the file' },
    ...header.map((name) => ({ value: name, label: name })),
  ];
  const choose = (field: string, column: string): void => {
    const others = Object.entries(mapping.columns).filter(([name]) => name !== field);
    const columns = Object.fromEntries(column === '' ? others : [...others, [field, column]]);
    onChange({ ...mapping, columns });
  };
  return (
    <div className={styles['fields']}>
      {fields.map(({ name, label, isRequired }) => (
        <SelectField
          key={name}
          label={label}
          value={mapping.columns[name] ?? ''}
          options={options}
          isRequired={isRequired}
          error={faults.find((fault) => fault.field === name)?.words}
          onChange={(column) => {
            choose(name, column);
          }}
        />
      ))}
      {fields.some(({ name }) => name === 'system') && mapping.columns['system'] === undefined ? (
        <TextField
          label="System, for every row"
          value={mapping.fixed['system'] ?? ''}
          onChange={(system) => {
            onChange({ ...mapping, fixed: system === '' ? {} : { system } });
          }}
        />
      ) : null}
      <SelectField
        label="Dates"
        value={mapping.dateOrder}
        options={dateOrders}
        onChange={(value) => {
          const dateOrder = dateOrders.find((own) => own.value === value)?.value ?? 'unambiguous';
          onChange({ ...mapping, dateOrder });
        }}
      />
      {isUserList(kind) ? <UserListFields mapping={mapping} onChange={onChange} /> : null}
    </div>
  );
}

function UserListFields({ mapping, onChange }: Pick<MappingFieldsProps, 'mapping' | 'onChange'>) {
  return (
    <>
      <SelectField
        label="Rows"
        value={mapping.rowsAre}
        options={rowKinds}
        onChange={(value) => {
          const rowsAre = rowKinds.find((own) => own.value === value)?.value ?? 'records';
          onChange({ ...mapping, rowsAre });
        }}
      />
      <TextField
        label="Roles that make an account privileged"
        value={mapping.privilegedRoles.join('; ')}
        hint="Separated by semicolons"
        onChange={(text) => {
          onChange({ ...mapping, privilegedRoles: text.split(';').map((role) => role.trimStart()) });
        }}
      />
    </>
  );
}
