import {
  spawn,
  type ChildProcess,
  type SpawnOptions,
} from 'node:child_process';

/** Starts a script with the Node.js of this process. */
export function spawnNode(
  args: string[],
  options: SpawnOptions = {},
): ChildProcess {
  return spawn(process.execPath, args, { stdio: 'inherit', ...options });
}

/** The exit code of a child; a child ended by a signal counts as failed. */
export function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((ended, failed) => {
    child.once('error', failed);
    child.once('close', code => ended(code ?? 1));
  });
}

/** Runs a script to its end, hands on the signals that ask to stop, and gives its exit code. */
export async function runNode(
  args: string[],
  options: SpawnOptions = {},
): Promise<number> {
  const child = spawnNode(args, options);
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    return await exitCodeOf(child);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
