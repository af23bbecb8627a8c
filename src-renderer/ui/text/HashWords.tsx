import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { UiIcon } from '../icon/UiIcon.tsx';
import { hashWords, hexGroups } from './hash-words.ts';
import { HoverDetails } from './HoverDetails.tsx';
import styles from './HashWords.module.css';

interface HashWordsProps {
  /** The whole digest in hex. */
  readonly hex: string;
  /** What the digest is of, for screen readers: "SHA-256 of the file". */
  readonly label: string;
}

/** A digest as three words; hover or focus opens the whole digest with a button that copies it. */
export function HashWords({ hex, label }: HashWordsProps) {
  const [isCopied, setCopied] = useState(false);
  const words = hashWords(hex) ?? hex;
  const copy = (): void => {
    void navigator.clipboard.writeText(hex).then(() => {
      setCopied(true);
    });
  };
  const target = (
    <button
      type="button"
      className={styles['words']}
      onClick={copy}
      aria-label={`${label}: ${words}. Copy all digits`}
    >
      {words}
    </button>
  );
  return (
    <HoverDetails
      target={target}
      className={styles['card']}
      onClose={() => {
        setCopied(false);
      }}
    >
      <div className={styles['label']}>{label}</div>
      <code className={styles['hex']}>{hexGroups(hex)}</code>
      <button type="button" className={styles['copy']} onClick={copy}>
        <UiIcon icon={isCopied ? IconCheck : IconCopy} size={14} />
        <span aria-live="polite">{isCopied ? 'Copied' : 'Copy all digits'}</span>
      </button>
    </HoverDetails>
  );
}
