import { IconX } from '@tabler/icons-react';
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from '../button/IconButton.tsx';
import { TextLink } from '../button/TextLink.tsx';
import styles from './Toast.module.css';

/** Something that was done. A refusal is never a toast: it is a gate banner. */
export interface ToastMessage {
  /** "20 items drawn". */
  readonly text: string;
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

interface HeldToast extends ToastMessage {
  readonly id: number;
}

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

const STAYS = 6000;

/** Shows what was done, bottom right, and reads it out politely. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly HeldToast[]>([]);
  const lastId = useRef(0);
  const show = useCallback((message: ToastMessage): void => {
    lastId.current += 1;
    const id = lastId.current;
    setToasts((held) => [...held.slice(-2), { ...message, id }]);
  }, []);
  const drop = useCallback((id: number): void => {
    setToasts((held) => held.filter((toast) => toast.id !== id));
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles['stack']} role="status" aria-live="polite">
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} onDrop={drop} />
        ))}
      </div>
    </ToastContext>
  );
}

/** Says that something was done. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

function Toast({ toast, onDrop }: { readonly toast: HeldToast; readonly onDrop: (id: number) => void }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => {
      onDrop(toast.id);
    }, STAYS);
    return () => {
      clearTimeout(timer);
    };
  }, [isHeld, onDrop, toast.id]);
  const hold = (): void => {
    setHeld(true);
  };
  const release = (): void => {
    setHeld(false);
  };
  return (
    <div
      className={styles['toast']}
      onMouseEnter={hold}
      onMouseLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <span className={styles['text']}>{toast.text}</span>
      {toast.action === undefined ? null : (
        <TextLink label={toast.action.label} onPress={toast.action.onPress} />
      )}
      <IconButton
        label="Close"
        icon={IconX}
        onPress={() => {
          onDrop(toast.id);
        }}
      />
    </div>
  );
}
