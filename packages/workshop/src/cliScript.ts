import { inRepository } from './repository';

/** The script of a command-line tool that is installed at the root. */
export function cliScript(name: 'backstage-cli' | 'backstage-repo-tools') {
  const owner = {
    'backstage-cli': 'cli',
    'backstage-repo-tools': 'repo-tools',
  };
  return inRepository('node_modules/@backstage', owner[name], 'bin', name);
}
