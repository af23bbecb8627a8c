import { useRef } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Drawer } from './Drawer.tsx';
import type { DrawerContent } from './Drawer.tsx';
import { Navigation } from './Navigation.tsx';
import type { NavigationProps } from './Navigation.tsx';
import { StatusBar } from './StatusBar.tsx';
import type { StatusBarProps } from './StatusBar.tsx';
import { TopBar } from './TopBar.tsx';
import type { TopBarProps } from './TopBar.tsx';
import { useRegionCycle } from './use-region-cycle.ts';
import styles from './AppFrame.module.css';

interface AppFrameProps {
  readonly topBar: TopBarProps;
  readonly navigation: NavigationProps;
  readonly statusBar: StatusBarProps;
  /** `undefined`: no drawer. Under 1200 px it floats over main. */
  readonly drawer?: DrawerContent | undefined;
  readonly children: ReactNode;
}

/** The window of an open engagement: top bar, navigation, main, drawer, status bar; main alone scrolls. */
export function AppFrame({ topBar, navigation, statusBar, drawer, children }: AppFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  useRegionCycle(frame);
  return (
    <div ref={frame} className={classNames(styles['frame'], drawer !== undefined && styles['withDrawer'])}>
      <button type="button" className={styles['skip']} onClick={() => main.current?.focus()}>
        Go to the page
      </button>
      <TopBar {...topBar} />
      <Navigation {...navigation} />
      <main ref={main} className={styles['main']} data-region="main" tabIndex={-1}>
        {children}
      </main>
      {drawer === undefined ? null : <Drawer {...drawer} />}
      <StatusBar {...statusBar} />
    </div>
  );
}
