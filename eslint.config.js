import tseslint from 'typescript-eslint';
import { explainedAssertion } from './test/harness/lint/explained-assertion.js';

const COLOUR =
  '/#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})(?![0-9a-zA-Z_-])|\\b(rgb|rgba|hsl|hsla|oklch)\\(/';

/** Every `no-restricted-syntax` entry by what it guards; each folder below picks its own set. */
const syntax = {
  defaultExport: [
    {
      selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
      message: 'Named exports only: a thing has one name everywhere.',
    },
  ],
  barrel: [
    {
      selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
      message: 'No barrels: import from the file that holds the thing.',
    },
  ],
  purity: [
    { selector: 'ThrowStatement', message: 'The audit rules refuse with a Result; they never throw.' },
    {
      selector: 'MemberExpression[object.name="Math"][property.name="random"]',
      message: 'Randomness is handed in by the caller, so that a draw can be repeated.',
    },
  ],
  colour: [
    { selector: `Literal[value=${COLOUR}]`, message: 'Colours come from the --tm-* variables only.' },
    {
      selector: `TemplateElement[value.raw=${COLOUR}]`,
      message: 'Colours come from the --tm-* variables only.',
    },
  ],
};

const restrictSyntax = (...sets) => ({ 'no-restricted-syntax': ['error', ...sets.flat()] });

const rawChannels = (importNames) => ({
  'no-restricted-imports': [
    'error',
    {
      paths: [
        {
          name: 'electron',
          importNames,
          message: 'The page is reached through main/ipc.ts and the preload script only.',
        },
      ],
    },
  ],
});

export default tseslint.config(
  {
    ignores: [
      'out/**',
      'dist/**',
      '.cache/**',
      'node_modules/**',
      'demo-output/**',
      'test-results/**',
      'playwright-report/**',
      'resources/**',
    ],
  },
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    plugins: { tickmark: { rules: { 'explained-assertion': explainedAssertion } } },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
      'tickmark/explained-assertion': 'error',
      complexity: ['error', 10],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'prefer-const': 'error',
      ...rawChannels(['ipcMain', 'ipcRenderer', 'default']),
      ...restrictSyntax(syntax.defaultExport, syntax.barrel),
    },
  },
  {
    files: ['shared/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'Dates are PlainDate values; the clock is handed in as a value.' },
      ],
      ...restrictSyntax(syntax.defaultExport, syntax.barrel, syntax.purity),
    },
  },
  { files: ['shared/contract/index.ts'], rules: restrictSyntax(syntax.defaultExport) },
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    // The tokens themselves, and the theme that hands them to the component library.
    ignores: ['src-renderer/ui/tokens/**', 'src-renderer/app/theme.ts'],
    rules: restrictSyntax(syntax.defaultExport, syntax.barrel, syntax.colour),
  },
  { files: ['src-main/main/ipc.ts'], rules: rawChannels(['ipcRenderer', 'default']) },
  { files: ['src-main/preload/**/*.ts'], rules: rawChannels(['ipcMain', 'default']) },
  {
    files: ['src-main/cli/**/*.ts', 'src-main/adapters/incident-log.ts', 'test/harness/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // The price of the newer interface is in docs/decisions/0008.
    files: ['src-main/main/security.ts'],
    rules: {
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'registerBufferProtocol', package: 'electron' }] },
      ],
    },
  },
  {
    // A test file is a list of cases: its outer callback is as long as the list.
    files: ['test/**/*.test.{ts,tsx}'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Tools read the default export of their configuration file.
    files: ['*.config.ts'],
    rules: restrictSyntax(syntax.barrel),
  },
);
