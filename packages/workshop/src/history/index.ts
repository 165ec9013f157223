import { inRepository } from '../repository';
import { runNode } from '../runNode';

/** Which portal is to be filled, and when. */
export interface HistoryOptions {
  /** Does nothing where there is something already, or where no examples are wanted. */
  ifEmpty?: boolean;
  /** `--config` arguments, as for the backend. */
  configArgs?: string[];
  /** The moment at which the quarter ends; now by default. */
  end?: Date;
}

/**
 * Replays the recorded quarter, in a process of its own: the replay starts a
 * backend, and moves its clock and its working directory.
 *
 * @throws Error when it could not be replayed; the reason was printed.
 */
export async function runHistory(options: HistoryOptions): Promise<void> {
  const code = await runNode([
    inRepository('packages/workshop/bin/history.js'),
    ...(options.ifEmpty ? ['--if-empty'] : []),
    ...(options.end ? ['--end', options.end.toISOString()] : []),
    ...(options.configArgs ?? []),
  ]);
  if (code !== 0) {
    throw new Error('The recorded quarter could not be replayed');
  }
}
