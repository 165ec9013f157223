const budgets = require('../../eslint-budgets.cjs');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ...budgets,
  overrides: [
    ...budgets.overrides,
    {
      // Only tests come here: no entry point of the package exports it.
      files: ['src/testing/**'],
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
  ],
});
