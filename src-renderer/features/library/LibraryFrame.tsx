import type { ReactNode } from 'react';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { StatusBar } from '../../ui/frame/StatusBar.tsx';
import { Logo } from '../../ui/icon/Logo.tsx';
import { PageBody } from '../../ui/page/PageHeader.tsx';
import styles from './LibraryFrame.module.css';

/** The frame around a page of the library, which is no page of an engagement. */
export function LibraryFrame({ up, children }: { readonly up: string; readonly children: ReactNode }) {
  const { back } = useGo();
  return (
    <div className={styles['frame']}>
      <header className={styles['top']}>
        <Logo />
        <span className={styles['brand']}>Tickmark</span>
        <ActionButton
          label="Close"
          kind="quiet"
          onPress={() => {
            back(up);
          }}
        />
      </header>
      <main className={styles['main']} data-region="main" tabIndex={-1}>
        <div className={styles['inner']}>
          <PageBody>{children}</PageBody>
        </div>
      </main>
      <StatusBar />
    </div>
  );
}
