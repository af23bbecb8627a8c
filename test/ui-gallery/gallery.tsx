import { createRoot } from 'react-dom/client';
import type { ComponentType } from 'react';
import { Providers } from '../../src-renderer/app/providers.tsx';
import { BigView } from './BigView.tsx';
import { DocumentView } from './DocumentView.tsx';
import { HomeView } from './HomeView.tsx';
import { OverlayView } from './OverlayView.tsx';
import { PopulationView } from './PopulationView.tsx';
import { ReviewView } from './ReviewView.tsx';
import { StatesView } from './StatesView.tsx';
import { WizardView } from './WizardView.tsx';
import { WorkpaperView } from './WorkpaperView.tsx';

/** Every view of the gallery; `?view=home&scheme=dark` shows one. */
const VIEWS: Readonly<Record<string, ComponentType>> = {
  home: HomeView,
  workpaper: WorkpaperView,
  review: ReviewView,
  population: PopulationView,
  wizard: WizardView,
  states: StatesView,
  overlays: OverlayView,
  big: BigView,
  document: DocumentView,
};

const query = new URLSearchParams(window.location.search);
const View = VIEWS[query.get('view') ?? 'home'] ?? HomeView;
const root = document.getElementById('root');
if (root === null) throw new Error('The gallery has no element to draw into.');

createRoot(root).render(
  <Providers forceScheme={query.get('scheme') === 'dark' ? 'dark' : 'light'}>
    <View />
  </Providers>,
);
