import { useRouter } from '@tanstack/react-router';
import type { createAppRouter } from './routes.tsx';

/** Goes to an address inside the window, and writes it as a link. */
export interface Go {
  readonly go: (path: string) => void;
  readonly hrefOf: (path: string) => string;
  /** Goes to the page before, or to `otherwise` where there is none. */
  readonly back: (otherwise: string) => void;
}

/** The way to other pages: `go('/tests/la-02')`, and `hrefOf` for real links to them. */
export function useGo(): Go {
  const { history } = useRouter<ReturnType<typeof createAppRouter>>();
  return {
    go: (path) => {
      history.push(path);
    },
    hrefOf: (path) => history.createHref(path),
    back: (otherwise) => {
      if (history.length > 1) history.back();
      else history.push(otherwise);
    },
  };
}
