/**
 * Who may import whom (docs/architecture.md). Type-only imports count. A folder that no rule knows is an error:
 * adding one means adding its rule here.
 */
const PORTS = '^src-main/services/ports/';
const NPM = 'node_modules/';
const ELECTRON = '(^|/)node_modules/electron/|^electron$';

/** npm packages that belong to the page. */
const PAGE_PACKAGES =
  'node_modules/(react|react-dom|scheduler|@mantine|@tanstack|@tabler|@fontsource|@fontsource-variable|recharts|pdfjs-dist|@scure/bip39|zod|vite|@types/react|@types/react-dom)/';

/** Every folder that has a rule below. */
const KNOWN = [
  '^shared/(lib|domain|contract)/',
  '^src-main/(services|adapters|rpc|app|main|preload|cli|demo)/',
  '^src-renderer/(ui|features|app)/',
  '^test/(unit|contract|integration|migrations|reference|golden|e2e|perf|fixtures|helpers|harness|bench|kill|ui-gallery)/',
  '^resources/',
];

/** Started by name, by a tool or by Electron rather than imported. */
const ENTRIES = [
  '^src-main/main/main\\.ts$',
  '^src-main/preload/preload\\.ts$',
  '^src-main/cli/main\\.ts$',
  '^src-main/adapters/[^/]+/[^/]*-process\\.ts$',
  '^src-renderer/app/main\\.tsx$',
  '\\.d\\.ts$',
  '^test/',
  '^resources/',
];

/** From these paths, only these may be reached. */
const only = (name, comment, from, ...reachable) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: reachable },
});

module.exports = {
  forbidden: [
    only('lib-is-leaf', 'shared/lib imports nothing but itself.', '^shared/lib/', '^shared/lib/'),
    only(
      'domain-is-pure',
      'The audit rules see only rules and lib.',
      '^shared/domain/',
      '^shared/(domain|lib)/',
    ),
    only(
      'contract-sees-domain',
      'The contract is made of domain words and zod.',
      '^shared/contract/',
      '^shared/',
      'node_modules/zod/',
    ),
    only(
      'services-see-ports',
      'Use cases reach the outside through ports.',
      '^src-main/services/',
      '^src-main/services/',
      '^shared/',
    ),
    {
      name: 'adapters-behind-ports',
      comment: 'An adapter implements a port; it knows no service, no contract and no other adapter.',
      severity: 'error',
      from: { path: '^src-main/adapters/([^/]+)/' },
      to: {
        path: '^(shared|src-main|src-renderer)/',
        pathNot: ['^src-main/adapters/$1/', PORTS, '^shared/(domain|lib)/'],
      },
    },
    {
      name: 'single-file-adapters-behind-ports',
      comment: 'The same for an adapter that is one file.',
      severity: 'error',
      from: { path: '^src-main/adapters/[^/]+\\.ts$' },
      to: { path: '^(shared|src-main|src-renderer)/', pathNot: [PORTS, '^shared/(domain|lib)/'] },
    },
    only(
      'rpc-sees-contract',
      'The router knows the contract, not who answers.',
      '^src-main/rpc/',
      '^src-main/rpc/',
      '^shared/',
      'node_modules/zod/',
    ),
    {
      name: 'app-composes',
      comment: 'Objects are built here; the shells that start the program come after.',
      severity: 'error',
      from: { path: '^src-main/app/' },
      to: { path: '^src-main/(main|preload|cli)/|^src-renderer/' },
    },
    {
      name: 'shells-go-through-app',
      comment: 'The window and the command line get their objects from app.',
      severity: 'error',
      from: { path: '^src-main/(main|cli)/' },
      to: {
        path: '^(src-main|src-renderer)/',
        pathNot: ['^src-main/(app|rpc)/', PORTS, '^src-main/(main|cli)/', '^src-main/demo/'],
      },
    },
    {
      name: 'demo-is-input',
      comment: 'The fictional client knows nothing of the program that audits it.',
      severity: 'error',
      from: { path: '^src-main/demo/' },
      to: { path: '^(src-main|src-renderer)/', pathNot: '^src-main/demo/' },
    },
    {
      name: 'demo-for-command-line',
      comment: 'The program runs without its demonstration.',
      severity: 'error',
      from: { path: '^(shared|src-main|src-renderer)/', pathNot: '^src-main/(demo|cli)/' },
      to: { path: '^src-main/demo/' },
    },
    {
      name: 'shells-are-apart',
      comment: 'The command line runs without the window and the window without the command line.',
      severity: 'error',
      from: { path: '^src-main/(main|cli)/' },
      to: { path: '^src-main/(main|cli|preload)/', pathNot: '^src-main/$1/' },
    },
    {
      name: 'only-shell-has-electron',
      comment: 'Everything but the shell runs under plain Node.',
      severity: 'error',
      from: { path: '^(shared|src-main|src-renderer)/', pathNot: '^src-main/(main|preload)/' },
      to: { path: ELECTRON },
    },
    only(
      'preload-minimal',
      'The preload script is electron and nothing else.',
      '^src-main/preload/',
      ELECTRON,
    ),
    {
      name: 'renderer-is-web',
      comment: 'The page is a web page: shared code and page packages.',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { pathNot: ['^src-renderer/', '^shared/', '^resources/', PAGE_PACKAGES] },
    },
    {
      name: 'features-do-not-cross',
      comment: 'One feature reaches another through ui or a route.',
      severity: 'error',
      from: { path: '^src-renderer/features/([^/]+)/' },
      to: { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
    },
    {
      name: 'ui-is-leaf',
      comment: 'ui knows no audit word and makes no call.',
      severity: 'error',
      from: { path: '^src-renderer/ui/' },
      to: { path: '^src-renderer/(app|features)/|^shared/(domain|contract)/' },
    },
    {
      name: 'gallery-shows-ui',
      comment: 'The gallery shows the parts of ui and the frame around them; it has no engagement behind it.',
      severity: 'error',
      from: { path: '^test/ui-gallery/' },
      to: {
        path: '^(shared|src-main|src-renderer|test)/',
        pathNot: [
          '^src-renderer/ui/',
          '^src-renderer/app/[^/]+\\.(ts|tsx|css)$',
          '^shared/lib/',
          '^test/(ui-gallery|helpers)/',
        ],
      },
    },
    {
      name: 'source-never-imports-test',
      comment: 'The program does not need its tests.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'folder-without-rule',
      comment: 'Add the rule of the folder to this file first.',
      severity: 'error',
      from: { pathNot: KNOWN },
      to: {},
    },
    {
      name: 'folder-without-rule-imported',
      comment: 'Add the rule of the folder to this file first.',
      severity: 'error',
      from: {},
      to: {
        pathNot: [...KNOWN, NPM, '^package\\.json$'],
        dependencyTypesNot: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'unknown'],
      },
    },
    {
      name: 'no-circular',
      comment: 'A cycle has no beginning to read from.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports it and it imports nothing.',
      severity: 'error',
      from: { orphan: true, pathNot: ENTRIES },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(raw|url|worker)$' },
    },
    {
      name: 'no-unlisted-package',
      comment: 'A package that is used is listed in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^resources/'] },
    exclude: { path: '^out/' },
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'require'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
