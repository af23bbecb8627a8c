import { createContext, useContext, useEffect, useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { DrawerContent } from '../ui/frame/Drawer.tsx';
import type { Crumb } from '../ui/frame/TopBar.tsx';
import type { PaletteCommand } from '../ui/palette/rank-commands.ts';

/** What a page puts into the frame around it. */
export interface PageChrome {
  /** The way to the page below the engagement; the last step is the page itself. */
  readonly breadcrumb: readonly Crumb[];
  /** The reference of the paper on screen. */
  readonly folio?: string | undefined;
  /** What stands in the right drawer; `undefined` closes it. */
  readonly drawer?: DrawerContent | undefined;
  /** What can be done here: every button of the page has a command. */
  readonly commands?: readonly PaletteCommand[] | undefined;
}

type SetChrome = (owner: string, chrome: PageChrome | undefined) => void;

const NO_CHROME: PageChrome = { breadcrumb: [] };

const SetChromeContext = createContext<SetChrome>(() => undefined);
const ChromeContext = createContext<PageChrome>(NO_CHROME);

/** Holds what the page on screen puts into the frame. The page itself is not drawn again when it changes. */
export function PageChromeProvider({ children }: { readonly children: ReactNode }) {
  const [held, setHeld] = useState<{ readonly owner: string; readonly chrome: PageChrome }>();
  const set = useMemo((): SetChrome => {
    return (owner, chrome) => {
      setHeld((current) => {
        if (chrome !== undefined) return { owner, chrome };
        return current?.owner === owner ? undefined : current;
      });
    };
  }, []);
  return (
    <SetChromeContext value={set}>
      <ChromeContext value={held?.chrome ?? NO_CHROME}>{children}</ChromeContext>
    </SetChromeContext>
  );
}

/**
 * Puts breadcrumb, folio, drawer and commands into the frame as long as the calling page is on screen. Call it
 * once per page, in every drawing: the frame follows.
 */
export function usePageChrome(chrome: PageChrome): void {
  const set = useContext(SetChromeContext);
  const owner = useId();
  useEffect(() => {
    set(owner, chrome);
  });
  useEffect(
    () => () => {
      set(owner, undefined);
    },
    [set, owner],
  );
}

/** What the page on screen put into the frame; for the layout. */
export function useCurrentChrome(): PageChrome {
  return useContext(ChromeContext);
}
