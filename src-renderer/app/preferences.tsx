import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

/** What a person sets for this window; kept on this computer, never in an engagement. */
export interface Preferences {
  /** Whether single letters act as keys. */
  readonly hasLetterKeys: boolean;
  readonly setLetterKeys: (isOn: boolean) => void;
}

const PreferencesContext = createContext<Preferences>({
  hasLetterKeys: true,
  setLetterKeys: () => undefined,
});

const KEY = 'tickmark-letter-keys';

/** Holds the preferences for everything below it. */
export function PreferencesProvider({ children }: { readonly children: (held: Preferences) => ReactNode }) {
  const [hasLetterKeys, setLetters] = useState(() => localStorage.getItem(KEY) !== 'off');
  const held = useMemo(
    (): Preferences => ({
      hasLetterKeys,
      setLetterKeys: (isOn) => {
        localStorage.setItem(KEY, isOn ? 'on' : 'off');
        setLetters(isOn);
      },
    }),
    [hasLetterKeys],
  );
  return <PreferencesContext value={held}>{children(held)}</PreferencesContext>;
}

/** The preferences of the person at this window. */
export function usePreferences(): Preferences {
  return useContext(PreferencesContext);
}
