/** Section III of the fictional organization. */
import type { DescriptionFacts } from '../../shared/domain/report/report-facts.ts';

/** What management says of its system. */
export function specimenDescription(type: 'I' | 'II'): DescriptionFacts {
  return {
    services: [
      'Northwind provides managed hosting to software and payment companies in the United States and Canada: virtual machines, container clusters, managed databases, object storage and batch processing of customer files. Customers reach the platform through a web console and a programming interface, at any hour. The description covers these services. It leaves out consulting and the resale of domain names.',
    ],
    commitmentsIntroduction: [
      'Commitments are made in the master agreement and its security, service level and data protection schedules.',
    ],
    commitments: COMMITMENTS,
    componentsIntroduction: ['The parts below form the boundary of the system.'],
    components: COMPONENTS,
    incidentsStatement: [
      type === 'I'
        ? 'As of the date of this description, no incident that came from a weak control, or that kept a commitment from being met, was known.'
        : 'No incident of the period came from a weak control or kept a commitment from being met, apart from the one below.',
    ],
    incidents:
      type === 'I'
        ? []
        : [
            {
              when: 'February 9, 2026',
              nature: 'A broken network switch interrupted one cluster.',
              effect: 'Eleven customers could not reach their machines for 3 hours and 20 minutes.',
              handling: 'Traffic was moved; the switch was replaced and the pair is now tested monthly.',
            },
          ],
    controlsStatement: ['Management chose the controls from its assessment of the risks to the commitments.'],
    userEntityStatement: [],
    subserviceStatement: [],
    notRelevantStatement: [],
    changesStatement: ['The changes below could matter to a reader. No other relevant change took place.'],
    changes: [
      {
        when: 'March 2026',
        text: 'The access tool was replaced; just-in-time access covers all production systems since then.',
        criteria: ['CC6.1'],
        controls: ['LA-06'],
      },
      {
        when: 'June 2026',
        text: 'Backups moved to a second storage site.',
        criteria: ['A1.2'],
        controls: ['BCK-01'],
      },
    ],
  };
}

const COMMITMENTS: DescriptionFacts['commitments'] = [
  {
    number: 'SC-1',
    kind: 'commitment',
    text: 'Customer systems and data are protected against access that the customer has not allowed.',
    categories: ['Security'],
  },
  {
    number: 'SC-2',
    kind: 'commitment',
    text: 'The platform is reachable for 99.95% of each month, planned maintenance left out.',
    categories: ['Availability'],
  },
  {
    number: 'SC-3',
    kind: 'commitment',
    text: 'Data is backed up daily; it can be restored within 4 hours, with at most 24 hours lost.',
    categories: ['Availability'],
  },
  {
    number: 'SC-4',
    kind: 'commitment',
    text: 'Batch runs use every accepted record once, and results reach only the addressee.',
    categories: ['Processing integrity'],
  },
  {
    number: 'SC-5',
    kind: 'commitment',
    text: 'Customer data is confidential and is deleted within 30 days of the end of the contract.',
    categories: ['Confidentiality'],
  },
  {
    number: 'SC-6',
    kind: 'commitment',
    text: 'Personal information is used only for the purposes in the privacy notice.',
    categories: ['Privacy'],
  },
  {
    number: 'SR-1',
    kind: 'requirement',
    text: 'Administrative access needs more than one factor and is granted for a limited time.',
    categories: ['Security'],
  },
  {
    number: 'SR-2',
    kind: 'requirement',
    text: 'Changes are requested, tested and approved before release.',
    categories: ['Security', 'Processing integrity'],
  },
];

const COMPONENTS: DescriptionFacts['components'] = [
  {
    title: 'Infrastructure',
    paragraphs: [],
    rows: [
      {
        name: 'Compute and storage clusters',
        purpose: 'Run customer machines, containers and databases',
        place: 'Two data centers of the subservice organization',
      },
      {
        name: 'Network edge',
        purpose: 'Routes, filters and balances traffic of customers',
        place: 'Both data centers',
      },
      {
        name: 'Operations center',
        purpose: 'Monitors the platform and answers customers',
        place: 'Portland, Oregon',
      },
      {
        name: 'Backup storage',
        purpose: 'Keeps encrypted copies away from the main site',
        place: 'Second data center',
      },
    ],
  },
  {
    title: 'Software',
    paragraphs: [],
    rows: [
      {
        name: 'Control plane',
        purpose: 'Creates, changes and removes customer resources',
        place: 'Own development',
      },
      {
        name: 'Identity provider',
        purpose: 'Signs on staff and grants temporary access',
        place: 'Operated by Northwind',
      },
      {
        name: 'Build and release pipeline',
        purpose: 'Tests and deploys changes',
        place: 'Operated by Northwind',
      },
    ],
  },
  {
    title: 'People',
    paragraphs: [
      'About 340 people work on the platform: platform engineering, operations, security, customer support and product. A security committee of management meets monthly; the board reviews security each quarter.',
    ],
    rows: [],
  },
  {
    title: 'Procedures',
    paragraphs: [
      'Twenty-two policies, each with an owner, govern access, change, incidents, continuity, vendors and the handling of data. They are reviewed yearly and open to all staff.',
    ],
    rows: [],
  },
  {
    title: 'Data',
    paragraphs: [
      'Customer data, files for batch processing, account data of customers, logs and configuration. Data is classified in four classes; customer data is in the second highest or higher.',
    ],
    rows: [],
  },
];
