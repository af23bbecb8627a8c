import { classNames } from '../class-names.ts';
import styles from './GateCode.module.css';

/** The code of a rule in its box: red where it blocks, ochre where it asks for a reason. */
export function GateCode({ code, kind }: { readonly code: string; readonly kind: 'block' | 'warning' }) {
  return <span className={classNames(styles['code'], styles[kind])}>{code}</span>;
}
