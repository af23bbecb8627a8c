import {
  IconAlertTriangle,
  IconArchive,
  IconCheckupList,
  IconFileCertificate,
  IconFocus2,
  IconGridDots,
  IconInbox,
  IconLayoutDashboard,
  IconListCheck,
  IconListTree,
  IconMailForward,
  IconScale,
  IconShieldCheck,
  IconTable,
  IconUsers,
  IconWritingSign,
} from '@tabler/icons-react';
import type { IconShape } from '../ui/icon/UiIcon.tsx';

/** A place in the navigation of an engagement. */
export type PlaceId =
  | 'home'
  | 'review'
  | 'acceptance'
  | 'scope'
  | 'controls'
  | 'requests'
  | 'populations'
  | 'tests'
  | 'access-review'
  | 'deviations'
  | 'criteria'
  | 'opinion'
  | 'letters'
  | 'report'
  | 'journal'
  | 'assembly';

/** A phase of the work, as the navigation groups it. */
export type PhaseId = 'engagement' | 'plan' | 'fieldwork' | 'conclude' | 'report' | 'file';

/** A place with its address and its word. */
export interface Place {
  readonly id: PlaceId;
  readonly label: string;
  readonly icon: IconShape;
  /** The address inside the window. */
  readonly path: string;
  /** The keys that go there. */
  readonly keys?: string;
}

/** The places of one phase. */
export interface Phase {
  readonly id: PhaseId;
  /** The places above the phases have no heading. */
  readonly label?: string;
  readonly places: readonly Place[];
}

/** The navigation in its order. */
export const PHASES: readonly Phase[] = [
  {
    id: 'engagement',
    places: [
      { id: 'home', label: 'Engagement', icon: IconLayoutDashboard, path: '/home', keys: 'G H' },
      { id: 'review', label: 'Review board', icon: IconInbox, path: '/review', keys: 'G R' },
    ],
  },
  {
    id: 'plan',
    label: 'Plan',
    places: [
      { id: 'acceptance', label: 'Acceptance and team', icon: IconShieldCheck, path: '/acceptance' },
      { id: 'scope', label: 'Scope', icon: IconFocus2, path: '/scope' },
      { id: 'controls', label: 'Controls and criteria', icon: IconListCheck, path: '/controls' },
    ],
  },
  {
    id: 'fieldwork',
    label: 'Fieldwork',
    places: [
      { id: 'requests', label: 'Requests', icon: IconMailForward, path: '/requests' },
      { id: 'populations', label: 'Populations', icon: IconTable, path: '/populations', keys: 'G P' },
      { id: 'tests', label: 'Tests', icon: IconCheckupList, path: '/tests', keys: 'G T' },
      { id: 'access-review', label: 'Access review', icon: IconUsers, path: '/access-review' },
      { id: 'deviations', label: 'Deviations', icon: IconAlertTriangle, path: '/deviations', keys: 'G D' },
    ],
  },
  {
    id: 'conclude',
    label: 'Conclude',
    places: [
      { id: 'criteria', label: 'Criteria', icon: IconGridDots, path: '/criteria', keys: 'G C' },
      { id: 'opinion', label: 'Opinion', icon: IconScale, path: '/opinion' },
    ],
  },
  {
    id: 'report',
    label: 'Report',
    places: [
      { id: 'letters', label: 'Letters', icon: IconWritingSign, path: '/letters' },
      { id: 'report', label: 'Report', icon: IconFileCertificate, path: '/report', keys: 'G I' },
    ],
  },
  {
    id: 'file',
    label: 'File',
    places: [
      { id: 'journal', label: 'Journal', icon: IconListTree, path: '/journal' },
      { id: 'assembly', label: 'Assembly and lock', icon: IconArchive, path: '/assembly' },
    ],
  },
];

/** Every place in the order of the navigation. */
export const PLACES: readonly Place[] = PHASES.flatMap((phase) => phase.places);

/** The place an address belongs to: `/tests/la-02/population` belongs to the tests. */
export function placeOfPath(path: string): Place | undefined {
  return PLACES.find((place) => path === place.path || path.startsWith(`${place.path}/`));
}
