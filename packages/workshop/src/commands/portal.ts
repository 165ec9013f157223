import { parseArgs } from 'node:util';
import { runHistory } from '../history';
import { startPortal } from '../portal';
import { startPostgres } from '../postgres';

function whenAskedToStop(): Promise<void> {
  return new Promise(stop => {
    process.once('SIGINT', () => stop());
    process.once('SIGTERM', () => stop());
  });
}

/**
 * The built portal in a temporary folder, filled with the recorded quarter,
 * until it is interrupted: what the browser tests see, to be looked at.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '7107' },
      postgres: { type: 'boolean', default: false },
      source: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
    },
  });
  const postgres = values.postgres ? await startPostgres() : undefined;
  try {
    const portal = await startPortal({
      port: Number(values.port),
      database: postgres,
      from: values.source ? 'source' : 'build',
      prepare: async configArgs => {
        if (!values.empty) {
          await runHistory({ ifEmpty: true, configArgs });
        }
      },
      onLog: text => process.stdout.write(text),
    });
    console.log(`The portal is at ${portal.url}`);
    await whenAskedToStop();
    await portal.stop();
  } finally {
    await postgres?.stop();
  }
  return 0;
}
