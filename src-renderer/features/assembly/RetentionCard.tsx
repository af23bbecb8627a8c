import { IconArchive } from '@tabler/icons-react';
import { useInstantWords } from '../../app/use-instant-words.ts';
import { FactList } from '../../ui/form/ReadOnlyField.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { Card } from '../../ui/page/Card.tsx';
import type { FileState } from './assembly-words.ts';

/** The dates of the file: released, to be assembled, locked, kept until. */
export function RetentionCard({ file }: { readonly file: FileState }) {
  const { day } = useInstantWords();
  const date = (value: string | null, otherwise: string): string =>
    value === null ? otherwise : value.includes('T') ? day(value) : shownDate(value);
  return (
    <Card title="Retention" icon={IconArchive}>
      <FactList
        facts={[
          { label: 'Released', value: date(file.releasedOn, 'not yet') },
          { label: 'Due', value: date(file.dueOn, '60 days after release') },
          { label: 'Locked', value: date(file.lockedAt, 'not yet') },
          { label: 'Kept until', value: date(file.retentionEnd, 'set when the file is locked') },
        ]}
      />
    </Card>
  );
}
