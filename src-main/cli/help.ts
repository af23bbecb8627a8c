/** Commands in the order of the work, each with its usage; printed by `--help` and after a wrong usage. */
const usages: readonly (readonly [string, string])[] = [
  ['demo --out DIR', 'two complete sample engagements, each with its signed report and workbook'],
  ['engagement create FILE --spec spec.json', 'a new engagement file from a specification'],
  ['engagement show FILE', 'type, client, dates, categories, status, counts'],
  [
    'engagement verify FILE',
    'schema, journal, signatures, tables, evidence; exit 4 where something was found',
  ],
  ['run FILE [SCRIPT.jsonl]', 'answers each line {"name":"feature.verb","input":{…}} with one line'],
  ['population inspect FILE [--sheet S] [--key COLUMN]', 'what a list is and what is odd about it'],
  ['population rows FILE [--sheet S]', 'exactly what would be imported, a JSON array of texts a line'],
  [
    'population compare FILE OTHER --key COLUMN [--other-key COLUMN]',
    'rows only in one list, only in the other, and changed',
  ],
  ['sample size --confidence C --tolerable T --expected E [--population N]', 'the exact sample size'],
  ['sample evaluate --size N --deviations K --confidence C [--population N]', 'the exact upper limit'],
  [
    'sample draw --population FILE --key COLUMN --seed TEXT --size N [--method M] [--stratum COLUMN]',
    'the items that seed and population give',
  ],
  [
    'sample certificate FILE --out DIR [--test WORKPAPER] [--format pdf|json|both]',
    'a certificate of every draw, superseded ones included',
  ],
  [
    'kit export FILE --out kit.zip [--with-evidence yes]',
    'everything by which anyone can draw, compute and hash again without this program',
  ],
  ['kit check KIT', 'draws, computes and hashes again; exit 4 where something does not agree'],
  [
    'access review --as-of DATE --users FILE [--roster FILE] [--terminations FILE] …',
    'the rules W0 to W21 of the access review over given lists',
  ],
  [
    'guidance show [ENGAGEMENT]',
    'sizes by frequency: those of the firm, or those that an engagement goes by',
  ],
  [
    'guidance set TABLE.json|product [--engagement FILE --why TEXT]',
    'the firm’s own sizes for new engagements, or those of an engagement from now on',
  ],
  ['library list [--retired yes]', 'the firm’s control library and the one that ships with the program'],
  ['library show CODE', 'an entry whole, with all its versions'],
  [
    'library add --from CODE --why TEXT, library add --spec FILE --why TEXT',
    'takes a shipped control over, or adds an entry of the firm’s own',
  ],
  ['library edit CODE --spec FILE --why TEXT', 'changes the fields that the file names: a new version'],
  [
    'library retire CODE --why TEXT, library reinstate CODE --why TEXT',
    'not offered any more; offered again',
  ],
  ['library export --out FILE.json|FILE.xlsx', 'the firm’s library as a file'],
  [
    'library import FILE --why TEXT [--check yes] [--leave-out-faulty yes]',
    'entries of a file, new ones and new versions by their number; faults by row',
  ],
  ['report verify REPORT.pdf', 'whether a report is byte for byte as it was signed; exit 4 where it is not'],
];

/** The list of commands with what each is for. */
export function helpText(): string {
  const lines = usages.flatMap(([usage, meaning]) => [`  tickmark ${usage}`, `      ${meaning}`]);
  return [
    'Tickmark without a window. Commands:',
    ...lines,
    '',
    'Every command takes --json: one JSON value on standard output and nothing else.',
    'Engagement files are opened with --passphrase-file F, or with TICKMARK_PASSPHRASE. TICKMARK_HOME is the profile.',
    'Exit codes: 0 done, 1 refused by a rule, 2 wrong usage, 3 environment, 4 a verification found something.',
  ].join('\n');
}
