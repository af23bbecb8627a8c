import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useRefreshOnTouch } from './client.ts';
import { PAGES } from './pages.ts';
import { PreferencesProvider } from './preferences.tsx';
import { Providers } from './providers.tsx';
import { createAppRouter } from './routes.tsx';
import { UnlockProvider } from './session-unlock.tsx';

/** The window. */
export function App() {
  return (
    <PreferencesProvider>
      {({ hasLetterKeys }) => (
        <Providers hasLetterKeys={hasLetterKeys}>
          <UnlockProvider>
            <Pages />
          </UnlockProvider>
        </Providers>
      )}
    </PreferencesProvider>
  );
}

function Pages() {
  useRefreshOnTouch();
  const [router] = useState(() => createAppRouter(PAGES));
  // A file that was double-clicked is opened from the start page, whatever page stands now.
  useEffect(() => window.tickmark.on('handed', () => router.history.push('/')), [router]);
  return <RouterProvider router={router} />;
}
