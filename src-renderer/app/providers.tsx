import './base.css';
import './component-styles.ts';
import './fonts.ts';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ToastProvider } from '../ui/dialog/ToastProvider.tsx';
import { KeyProvider } from '../ui/keys/KeyProvider.tsx';
import { PageChromeProvider } from './page-chrome.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'tickmark-color-scheme' });

/** The nonce of this page's answer: the window's policy takes no other style element (main/page-files.ts). */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="tickmark-style-nonce"]')?.content ?? '';
}

// The lock of scrolling behind a dialog writes a style element of its own and asks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

interface ProvidersProps {
  /** Whether bare letters are keys; a person can switch them off. */
  readonly hasLetterKeys?: boolean;
  /** Holds a scheme whatever the system says; for pictures of the gallery. */
  readonly forceScheme?: 'light' | 'dark';
  readonly children: ReactNode;
}

/** Theme, queries, keys, toasts and the chrome of the page: what every window needs around its pages. */
export function Providers({ hasLetterKeys = true, forceScheme, children }: ProvidersProps) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { networkMode: 'always', refetchOnWindowFocus: false } },
      }),
  );
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
      {...(forceScheme === undefined ? {} : { forceColorScheme: forceScheme })}
    >
      <QueryClientProvider client={queries}>
        <KeyProvider hasLetterKeys={hasLetterKeys}>
          <ToastProvider>
            <PageChromeProvider>{children}</PageChromeProvider>
          </ToastProvider>
        </KeyProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
