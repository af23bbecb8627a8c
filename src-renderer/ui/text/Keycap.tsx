import styles from './Keycap.module.css';

/** The keys of one command, such as `Ctrl K`. */
export function Keycap({ keys }: { readonly keys: string }) {
  return <kbd className={styles['keycap']}>{keys}</kbd>;
}
