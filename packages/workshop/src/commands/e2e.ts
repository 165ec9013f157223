import { inRepository, repositoryRoot } from '../repository';
import { runNode } from '../runNode';
import { withPortal } from '../withPortal';

const playwright = inRepository('node_modules/@playwright/test/cli.js');

/**
 * The browser tests, against what `yarn build` made with the recorded quarter
 * in it, or against the portal that `PORTAL_URL` names. Arguments go to
 * Playwright.
 */
export async function main(args: string[]): Promise<number> {
  return withPortal(url =>
    runNode([playwright, 'test', ...args], {
      cwd: repositoryRoot,
      env: { ...process.env, PORTAL_URL: url },
    }),
  );
}
