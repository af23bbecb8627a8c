import { createContext, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { KeyHelp } from './KeyHelp.tsx';
import type { KeyBinding } from './key-binding.ts';
import { listenForKeys } from './listen-for-keys.ts';

interface KeyRegistry {
  readonly register: (owner: string, bindings: readonly KeyBinding[]) => void;
  readonly unregister: (owner: string) => void;
  readonly showHelp: () => void;
}

const KeyContext = createContext<KeyRegistry | undefined>(undefined);

const HELP = { keys: '?', label: 'Keys of this screen', group: 'Everywhere' };

/** What works on every screen without a page having to say so. */
const EVERYWHERE: readonly KeyBinding[] = [
  { ...HELP, isLocal: true, run: () => undefined },
  { keys: 'F6', label: 'Next region', group: 'Everywhere', isLocal: true, run: () => undefined },
];

interface KeyProviderProps {
  /** Whether bare letters and signs are keys at all; a person can switch them off. */
  readonly hasLetterKeys: boolean;
  readonly children: ReactNode;
}

/** Holds the keys of the screen, listens for them, and lists them on `?`. */
export function KeyProvider({ hasLetterKeys, children }: KeyProviderProps) {
  const owners = useRef(new Map<string, readonly KeyBinding[]>());
  const [help, setHelp] = useState<readonly KeyBinding[]>();
  const registry = useMemo((): KeyRegistry => {
    const all = (): readonly KeyBinding[] => [...owners.current.values()].flat();
    return {
      register: (owner, bindings) => {
        owners.current.set(owner, bindings);
      },
      unregister: (owner) => {
        owners.current.delete(owner);
      },
      showHelp: () => {
        setHelp([...EVERYWHERE, ...all()]);
      },
    };
  }, []);
  useEffect(() => {
    const helpKey: KeyBinding = { ...HELP, run: registry.showHelp };
    return listenForKeys(() => [helpKey, ...[...owners.current.values()].flat()], hasLetterKeys);
  }, [registry, hasLetterKeys]);
  return (
    <KeyContext value={registry}>
      {children}
      <KeyHelp
        bindings={help ?? []}
        isOpen={help !== undefined}
        hasLetterKeys={hasLetterKeys}
        onClose={() => {
          setHelp(undefined);
        }}
      />
    </KeyContext>
  );
}

/** Makes keys work, and be listed on `?`, as long as the component is on screen. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const registry = useContext(KeyContext);
  const owner = useId();
  useEffect(() => {
    registry?.register(owner, bindings);
  });
  useEffect(
    () => () => {
      registry?.unregister(owner);
    },
    [registry, owner],
  );
}

/** Opens the list of keys, for a menu or a button. */
export function useKeyHelp(): () => void {
  const registry = useContext(KeyContext);
  return () => {
    registry?.showHelp();
  };
}
