import { accessReviewPages } from '../features/access-review/route.tsx';
import { acceptancePages } from '../features/acceptance/route.tsx';
import { descriptionPages } from '../features/description/route.tsx';
import { assemblyPages } from '../features/assembly/route.tsx';
import { criteriaPages } from '../features/criteria/route.tsx';
import { controlsPages } from '../features/controls/route.tsx';
import { homePages } from '../features/home/route.tsx';
import { libraryPages } from '../features/library/route.tsx';
import { letterPages } from '../features/letters/route.tsx';
import { journalPages } from '../features/journal/route.tsx';
import { newEngagementPages } from '../features/new-engagement/route.tsx';
import { opinionPages } from '../features/opinion/route.tsx';
import { personsPages } from '../features/persons/route.tsx';
import { reviewPages } from '../features/review/route.tsx';
import { scopePages } from '../features/scope/route.tsx';
import { reportPages } from '../features/report/route.tsx';
import { startPages } from '../features/start/route.tsx';
import { verifyPages } from '../features/verify/route.tsx';
import { workpaperPages } from '../features/workpaper/route.tsx';
import { testPages } from '../features/tests/route.tsx';
import { requestPages } from '../features/requests/route.tsx';
import { EngagementLayout } from './EngagementLayout.tsx';
import type { PageMap } from './routes.tsx';

/**
 * Every page of the window by its address. A feature lists its pages in its own `route.tsx`; it joins the window by one
 * line here: `outside` for pages without an open engagement, `engagement` for those within its frame.
 */
export const PAGES: PageMap = {
  outside: [...startPages, ...newEngagementPages, ...personsPages, ...libraryPages, ...verifyPages],
  engagementLayout: EngagementLayout,
  engagement: [
    ...homePages,
    ...requestPages,
    ...testPages,
    ...workpaperPages,
    ...accessReviewPages,
    ...acceptancePages,
    ...scopePages,
    ...controlsPages,
    ...reviewPages,
    ...descriptionPages,
    ...letterPages,
    ...reportPages,
    ...criteriaPages,
    ...opinionPages,
    ...assemblyPages,
    ...journalPages,
  ],
};
