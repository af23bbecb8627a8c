import styles from './Diff.module.css';
import type { DiffPart } from './word-diff.ts';

/** A change to a text: what was removed is struck through, what was added is on a ground; both are announced. */
export function Diff({ parts }: { readonly parts: readonly DiffPart[] }) {
  return (
    <p className={styles['diff']}>
      {parts.map((part, index) => (
        <DiffSpan key={`${String(index)}-${part.kind}`} part={part} />
      ))}
    </p>
  );
}

function DiffSpan({ part }: { readonly part: DiffPart }) {
  if (part.kind === 'same') return <>{part.text}</>;
  const isAdded = part.kind === 'added';
  const Tag = isAdded ? 'ins' : 'del';
  return (
    <Tag className={styles[part.kind]}>
      <span className={styles['spoken']}>{isAdded ? ' added: ' : ' removed: '}</span>
      {part.text}
      <span className={styles['spoken']}>{isAdded ? ' end of addition ' : ' end of removal '}</span>
    </Tag>
  );
}
