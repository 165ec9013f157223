import { parseArgs } from 'node:util';
import {
  acceptedOf,
  describeRound,
  judge,
  medianOf,
  verify,
} from '../packages/workshop/src/load/figures';
import { processorSecondsOf } from '../packages/workshop/src/load/processor';
import {
  onStage,
  paths,
  type Stage,
} from '../packages/workshop/src/load/stage';

// How many alerts a backend takes in, one in each request, as a share of the requests that it can answer at all: both in one run, in
// turns, over the same 32 connections.

type Kind = 'empty' | 'intake';

async function measure(
  stage: Stage,
  options: { rounds: number; seconds: number; warmUp: number },
): Promise<boolean> {
  const { driver, round } = stage;
  let from = 0;
  let accepted = 0;
  const busy = { seconds: 0, alerts: 0 };
  const play = async (kind: Kind, seconds: number) => {
    const before = processorSecondsOf(stage.backend.pid);
    const result = await driver.play(round(paths[kind], { seconds, from }));
    if (kind === 'intake') {
      from = result.next;
      accepted += acceptedOf(result);
      busy.seconds += processorSecondsOf(stage.backend.pid) - before;
      busy.alerts += acceptedOf(result);
    }
    return result;
  };

  await play('empty', options.warmUp);
  await play('intake', options.warmUp);
  const ratios: number[] = [];
  for (let i = 0; i < options.rounds; i += 1) {
    const empty = describeRound('empty', await play('empty', options.seconds));
    const intake = describeRound(
      'intake',
      await play('intake', options.seconds),
    );
    ratios.push(intake / empty);
    console.log(`ratio  ${(intake / empty).toFixed(3)}`);
  }
  // Of all that is measured here, this alone does not depend on what else runs on the machine.
  const each = (busy.seconds * 1e6) / busy.alerts;
  console.log(`the backend was busy for ${each.toFixed(0)} µs with each alert`);
  const isKept = await verify(stage, accepted);
  return judge('median ratio', medianOf(ratios), { atLeast: 0.5 }) && isKept;
}

/** `--rounds`, `--seconds` of each, `--warm-up` seconds, `--profile` writes a CPU profile into `bench/`. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '10' },
      'warm-up': { type: 'string', default: '5' },
      profile: { type: 'boolean', default: false },
    },
  });
  const isGood = await onStage(
    stage =>
      measure(stage, {
        rounds: Number(values.rounds),
        seconds: Number(values.seconds),
        warmUp: Number(values['warm-up']),
      }),
    values.profile
      ? { nodeArgs: ['--cpu-prof', `--cpu-prof-dir=${__dirname}`] }
      : {},
  );
  return isGood ? 0 : 1;
}
