import { ActionButton } from '../ui/button/ActionButton.tsx';
import { useInstantWords } from './use-instant-words.ts';
import type { KeptTexts } from './use-kept-texts.ts';
import styles from './KeptWords.module.css';

/** Says that the words of a form come from an earlier time and are not recorded, with the way to give them up. */
export function KeptWords({ kept }: { readonly kept: Pick<KeptTexts<never>, 'typedAt' | 'clear'> }) {
  const words = useInstantWords();
  if (kept.typedAt === undefined) return null;
  return (
    <div className={styles['line']} role="status">
      <span>Typed {words.time(kept.typedAt)}, not recorded yet</span>
      <ActionButton label="Discard" kind="quiet" onPress={kept.clear} />
    </div>
  );
}
