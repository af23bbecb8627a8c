import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
} from '@tanstack/react-router';
import type { ErrorComponentProps, RouteComponent, RouterHistory } from '@tanstack/react-router';
import { Suspense } from 'react';
import { PageBody } from '../ui/page/PageHeader.tsx';
import { EmptyState } from '../ui/status/EmptyState.tsx';
import { FailedState } from '../ui/status/FailedState.tsx';
import { LoadingLines } from '../ui/status/LoadingLines.tsx';

/** A page with its address, such as `/tests/$paperId`; a page may be a lazy component. */
export interface PageEntry {
  readonly path: string;
  readonly page: RouteComponent;
}

/** Every page of the window. */
export interface PageMap {
  /** Pages without an open engagement: the start screen at `/`, a new engagement, verifying a report. */
  readonly outside: readonly PageEntry[];
  /** The layout of an open engagement; it draws the page through `Outlet`. */
  readonly engagementLayout: RouteComponent;
  readonly engagement: readonly PageEntry[];
}

/** The router of the window. Addresses live behind the hash, so that the page is always the one bundled file. */
export function createAppRouter(pages: PageMap, history: RouterHistory = createHashHistory()) {
  const root = createRootRoute({
    component: Outlet,
    notFoundComponent: NotFound,
    errorComponent: PageFailed,
  });
  const outside = pages.outside.map(({ path, page }) =>
    createRoute({ getParentRoute: () => root, path, component: waiting(page) }),
  );
  const engagement = createRoute({
    getParentRoute: () => root,
    id: 'engagement',
    component: pages.engagementLayout,
  });
  const inside = pages.engagement.map(({ path, page }) =>
    createRoute({
      getParentRoute: () => engagement,
      path,
      component: waiting(page),
      errorComponent: PageFailed,
    }),
  );
  return createRouter({
    routeTree: root.addChildren([...outside, engagement.addChildren(inside)]),
    history,
    defaultPreload: false,
    scrollRestoration: true,
  });
}

/** The page once its code is read; ruled lines until then. */
function waiting(Page: RouteComponent): RouteComponent {
  return function WaitingPage() {
    return (
      <Suspense
        fallback={
          <PageBody>
            <LoadingLines rows={10} />
          </PageBody>
        }
      >
        <Page />
      </Suspense>
    );
  };
}

function NotFound() {
  return (
    <PageBody>
      <EmptyState
        sentence="There is no page at this address."
        action={{
          label: 'Go to the start',
          onPress: () => {
            window.location.hash = '#/';
          },
        }}
      />
    </PageBody>
  );
}

function PageFailed({ error, reset }: ErrorComponentProps) {
  return (
    <PageBody>
      <FailedState
        headline="This page could not be drawn"
        safe="Every change you made is recorded in the journal."
        advice="Draw the page again. If it fails again, copy the details for support."
        action={{ label: 'Draw again', onPress: reset }}
        details={error instanceof Error ? error.message : 'unknown'}
      />
    </PageBody>
  );
}
