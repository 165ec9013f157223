import { cliScript } from '../cliScript';
import { startPostgres } from '../postgres';
import { repositoryRoot } from '../repository';
import { runNode } from '../runNode';

/** Where CI reads how many tests there were. */
const report = ['--json', '--outputFile=test-results/tests.json'];

/**
 * Every test that needs no browser, on SQLite and on one PostgreSQL that lives
 * as long as the tests. Arguments go to Jest.
 */
export async function main(args: string[]): Promise<number> {
  const postgres = await startPostgres({ durable: false });
  try {
    return await runNode(
      [
        cliScript('backstage-cli'),
        'repo',
        'test',
        '--watchAll=false',
        ...(process.env.CI ? report : []),
        ...args,
      ],
      {
        cwd: repositoryRoot,
        env: {
          ...process.env,
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
            postgres.connectionString,
        },
      },
    );
  } finally {
    await postgres.stop();
  }
}
