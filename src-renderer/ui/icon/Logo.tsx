import styles from './Logo.module.css';

/** The pen tick in an accent square. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg className={styles['logo']} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="4" className={styles['square']} />
      <path
        d="M5.4 12.6c1.5.9 2.7 2.5 3.7 4.6 2.2-4.7 5-8.3 9.3-11.4"
        className={styles['tick']}
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
