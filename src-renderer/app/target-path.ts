/** A row that a rule, a task or a search result is about. */
export interface Target {
  readonly entity: string;
  readonly id: string;
}

/** The page that shows all rows of a kind; rows with a page of their own are in `targetPath`. */
const PAGE_OF: Readonly<Record<string, string>> = {
  acceptanceForm: '/acceptance',
  teamMember: '/acceptance',
  scope: '/scope',
  subserviceOrganization: '/scope/organizations',
  complementaryControl: '/scope/complementary',
  nonRelevantCriterion: '/scope/not-relevant',
  evidenceRequest: '/requests',
  accessReview: '/access-review',
  accessList: '/access-review',
  accessException: '/access-review',
  letter: '/letters',
  opinion: '/opinion',
  descriptionSection: '/description',
  report: '/report',
  engagement: '/home',
};

/**
 * The address at which a row is worked on: the one place that knows how pages of other features are addressed. Rows that
 * lie within a workpaper lead to it, where it is known; `undefined` where there is no page.
 */
export function targetPath(target: Target, workpaperId: string | null = null): string | undefined {
  const { entity, id } = target;
  switch (entity) {
    case 'control':
      return `/controls/${id}`;
    case 'criterion':
      return `/criteria/${id}`;
    case 'population':
      return `/populations/${id}`;
    case 'deviation':
      return `/deviations/${id}`;
    case 'workpaper':
      return paperPath(id);
    default:
      return workpaperId === null ? PAGE_OF[entity] : paperPath(workpaperId);
  }
}

/** The address of a workpaper. */
export function paperPath(workpaperId: string): string {
  return `/tests/${workpaperId}`;
}
