import { useState } from 'react';
import { listDefinitionOf } from '../../../shared/domain/access-review/access-list.ts';
import { mappingFaults } from '../../../shared/domain/access-review/list-mapping.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { draftOf, fieldsOf, inputOf, isComplete } from './access-list-draft.ts';
import { ListFields } from './ListFields.tsx';
import { MappingFields } from './MappingFields.tsx';
import type { List } from './access-words.ts';
import styles from './AccessReview.module.css';

interface EditListProps {
  readonly list: List;
  readonly onClose: () => void;
}

/** A list of the review: how its columns are read and what is known of it. Its rows stay as they were read. */
export function EditList({ list, onClose }: EditListProps) {
  const [draft, setDraft] = useState(() => draftOf(list));
  const [mapping, setMapping] = useState(list.mapping);
  const edit = useGatedCommand('accessReview.editList', { takesReasons: true });
  const isBlocked = !isComplete(draft);
  const submit = (): void => {
    if (isBlocked) return;
    const { listId, revision } = list;
    edit.run({ listId, revision, mapping: inputOf(mapping), ...fieldsOf(draft) }, onClose);
  };
  return (
    <Card title={`Change ${list.title}`} aside={list.fileName}>
      <div className={styles['stack']}>
        <MappingFields
          definition={listDefinitionOf(list.kind)}
          header={list.columns}
          mapping={mapping}
          faults={mappingFaults(list.kind, mapping, list.columns)}
          onChange={setMapping}
        />
        <ListFields
          draft={draft}
          onChange={(part) => {
            setDraft((before) => ({ ...before, ...part }));
          }}
        />
        <CommandBanner command={edit} title="The list is not changed" failed="The list was not changed" />
        <div className={styles['line']}>
          <ActionButton
            label="Save list"
            kind="filled"
            isBlocked={isBlocked}
            isBusy={edit.isBusy}
            onPress={submit}
          />
          <ActionButton label="Close" onPress={onClose} />
        </div>
      </div>
    </Card>
  );
}
