import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { UiIcon } from '../../../ui/icon/UiIcon.tsx';
import { countOf } from '../../../ui/text/format-number.ts';
import type { PendingFile } from './AddEvidence.tsx';
import { EvidencePart } from './EvidencePart.tsx';
import type { EvidenceTarget } from './evidence-words.ts';
import styles from './Evidence.module.css';

interface TargetEvidenceProps {
  readonly target: EvidenceTarget;
  /** What the files support: "the procedure". */
  readonly place: string;
  readonly count: number;
}

/** The evidence of a row of a list: its count, and the files themselves once it is opened. */
export function TargetEvidence({ target, place, count }: TargetEvidenceProps) {
  const [isOpen, setOpen] = useState(false);
  const [pending, setPending] = useState<readonly PendingFile[]>([]);
  const [isLarge, setLarge] = useState(false);
  return (
    <div className={styles['stack']}>
      <button
        type="button"
        className={styles['opener']}
        aria-expanded={isOpen}
        aria-label={
          count === 0 ? `Add evidence for ${place}` : `${countOf(count, 'file')}, evidence for ${place}`
        }
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <UiIcon icon={IconPaperclip} size={14} />
        {count === 0 ? 'Add evidence' : countOf(count, 'file')}
      </button>
      {isOpen ? (
        <EvidencePart
          target={target}
          place={place}
          pending={pending}
          onPending={setPending}
          isLarge={isLarge}
          onLarge={setLarge}
        />
      ) : null}
    </div>
  );
}
