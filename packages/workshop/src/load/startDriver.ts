import { fork } from 'node:child_process';

/** How one round of a measurement is played. */
export interface Round {
  url: string;
  path: string;
  authorization: string;
  /** Kept open, each with one request under way. */
  connections: number;
  seconds: number;
  /** The number of the first alert. */
  from: number;
  /** Alerts in each request, one when absent. */
  batch?: number;
  /** Whose format the bodies have. */
  to?: 'portal' | 'alertmanager';
  /** Requests a second at most; as many as there are answers when absent. */
  rate?: number;
}

/** What a round saw. */
export interface RoundResult {
  /** How many requests ended how: a status, or a code of the network. */
  statuses: Record<string, number>;
  /** Of each request, in milliseconds. */
  latencies: number[];
  /** Seconds until the last answer. */
  took: number;
  /** The number of the alert that comes next. */
  next: number;
}

/** Sends requests from a process of its own. */
export interface Driver {
  play(round: Round): Promise<RoundResult>;
  stop(): void;
}

/** Starts the process; it waits for its first round. */
export function startDriver(): Driver {
  const child = fork(require.resolve('./driver'), {
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    serialization: 'advanced',
  });
  return {
    play: round =>
      new Promise((played, failed) => {
        const onExit = () => failed(new Error('The driver ended'));
        const onMessage = (message: { played?: RoundResult }) => {
          // The loader of TypeScript tells its parent which files it reads.
          if (!message.played) return;
          child.off('exit', onExit).off('message', onMessage);
          played(message.played);
        };
        child.once('exit', onExit).on('message', onMessage);
        child.send(round);
      }),
    stop: () => child.disconnect(),
  };
}
