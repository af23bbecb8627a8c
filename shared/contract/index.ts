/** The whole contract: every procedure that the window, the command line and the tests can call. */
import { accessReviewContract } from './access-review.ts';
import { certificateContract } from './certificate.ts';
import { controlContract } from './control.ts';
import { controlImportContract } from './control-import.ts';
import { criteriaContract } from './criteria.ts';
import { draftContract } from './draft.ts';
import { engagementContract } from './engagement.ts';
import { fileContract } from './file.ts';
import { filesContract } from './files.ts';
import { guidanceContract } from './guidance.ts';
import { homeContract } from './home.ts';
import { journalContract } from './journal.ts';
import { kitContract } from './kit.ts';
import { letterContract } from './letter.ts';
import { personContract } from './person.ts';
import { libraryContract } from './library.ts';
import { planningContract } from './planning.ts';
import { evidenceContract } from './evidence.ts';
import { populationContract } from './population.ts';
import { populationFindingsContract } from './population-findings.ts';
import { samplingContract } from './sampling.ts';
import { testingContract } from './testing.ts';
import { reportContract } from './report.ts';
import { reviewContract } from './review.ts';

/** All procedures by name. */
export const contract = {
  ...filesContract,
  ...personContract,
  ...engagementContract,
  ...draftContract,
  ...homeContract,
  ...journalContract,
  ...planningContract,
  ...controlContract,
  ...controlImportContract,
  ...libraryContract,
  ...reviewContract,
  ...criteriaContract,
  ...letterContract,
  ...reportContract,
  ...fileContract,
  ...certificateContract,
  ...kitContract,
  ...evidenceContract,
  ...populationContract,
  ...populationFindingsContract,
  ...guidanceContract,
  ...samplingContract,
  ...testingContract,
  ...accessReviewContract,
} as const;

/** The contract's type, from which handlers and the renderer's client are derived. */
export type Contract = typeof contract;
