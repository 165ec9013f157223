/**
 * Runs one command of `src/commands`, TypeScript and all, the way
 * `backstage-cli package start` loads a backend: each file is transformed as it
 * is read, so that the tools need no build.
 *
 * @param {string} command - the name of the file that exports `main(args)`
 */
module.exports = function run(command) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 22) {
    console.error(
      `Node.js 22 or 24 is needed, this is ${process.version}. Without installing anything:\n` +
        "  npx -y -p node@24 -p yarn -c 'yarn install --immutable && yarn start'",
    );
    process.exit(1);
  }

  require('@backstage/cli/config/nodeTransform.cjs');
  const { main } = require(`../src/commands/${command}`);

  main(process.argv.slice(2)).then(
    code => process.exit(code),
    error => {
      console.error(error);
      process.exit(1);
    },
  );
};
