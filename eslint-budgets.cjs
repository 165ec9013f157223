/**
 * The sizes that DESIGN allows, for every package:
 * `require('@backstage/cli/config/eslint-factory')(__dirname, require('../../eslint-budgets.cjs'))`.
 *
 * `packages/workshop/src/house` keeps the medians and the floors.
 */
const lines = max => ['error', { max }];

module.exports = {
  rules: {
    'max-depth': ['error', 3],
    '@typescript-eslint/max-params': ['error', { max: 4 }],
    'max-lines': lines(300),
    'max-lines-per-function': lines(80),
  },
  overrides: [
    {
      // A component is a page of markup more often than a piece of logic.
      files: ['**/*.tsx'],
      rules: { 'max-lines-per-function': lines(120) },
    },
    {
      // Tests are lists of sentences: a describe block is a chapter, not a function.
      files: ['**/*.test.ts', '**/*.test.tsx', '**/e2e-tests/**'],
      rules: {
        'max-lines': lines(400),
        'max-lines-per-function': 'off',
        // Tests show what becomes of hostile links.
        'no-script-url': 'off',
      },
    },
    {
      // The contract of a socket is a test suite that a package exports.
      files: ['**/testing/**'],
      rules: {
        'max-lines-per-function': 'off',
        'jest/expect-expect': 'off',
        'jest/no-conditional-expect': 'off',
        'jest/no-export': 'off',
      },
    },
    {
      // Long by nature: what was recorded, what is declared, what is translated.
      files: [
        '**/samples/**',
        '**/*[sS]amples.ts',
        '**/*[sS]amples.*.ts',
        '**/schemas/**',
        '**/*[sS]chemas.ts',
        '**/migrations/**',
        '**/*[mM]essages.ts',
        '**/*[tT]ranslationRef.ts',
        '**/ja.ts',
        '**/config.d.ts',
      ],
      rules: { 'max-lines': 'off' },
    },
  ],
};
