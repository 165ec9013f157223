import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Nothing of what a browser does by itself: no updates, no look-ups, no sync. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * How Playwright starts the Chromium of this machine; where there is none it
 * takes the one that it brought itself. `CHROMIUM` names another.
 */
export function chromiumOf(environment: NodeJS.ProcessEnv = process.env) {
  const executablePath =
    environment.CHROMIUM ?? places.find(place => existsSync(place));
  // Its sandbox refuses to work for root.
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath,
    args: isRoot ? [...quiet, '--no-sandbox'] : quiet,
  };
}
